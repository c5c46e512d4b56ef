/** What stands around every view: title, clock, languages, banner, notes. */
import { mountBanner } from "./banner.js";
import { setAttribute, setText, speak } from "./dom.js";
import { mountRefused } from "./refused.js";
import { LANGUAGES } from "./text.js";

export function mountFrame(page, kit) {
  const { text, format, addressOf } = kit;
  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const banner = mountBanner(part("banner"), kit);
  const refused = mountRefused(part("refused"), part("sheet"), kit);
  speak(page, text);
  setAttribute(page.documentElement, "lang", text.language === "zh" ? "zh-Hans" : text.language);
  return {
    /** The links that keep what the address asks for. */
    address(route) {
      setAttribute(page.documentElement, "data-view", route.view);
      setAttribute(part("home"), "href", addressOf({ venue: null, kiosk: null, charts: null, range: null, window: null }));
      for (const language of LANGUAGES) {
        const link = page.querySelector(`[data-language="${language}"]`);
        setAttribute(link, "href", addressOf({ lang: language }));
        setAttribute(link, "aria-current", language === text.language ? "true" : null);
      }
    },
    show(scene, title) {
      setAttribute(page.documentElement, "data-connection", scene.connection);
      setText(part("title"), title);
      if (page.title !== `${title} · Ridgeline`) page.title = `${title} · Ridgeline`;
      if (scene.now !== null) {
        setText(part("clock"), format.second(scene.now));
        setText(part("date"), format.date(scene.now));
        setText(part("zone"), text.say("zone", { zone: format.zoneName(scene.now) }));
      }
      setText(part("note"), text.say("note"));
      banner.show(scene);
    },
    refused: (rows, now) => refused.show(rows, now),
    close() {
      banner.close();
      refused.close();
    },
  };
}
