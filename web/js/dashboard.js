/** Entry: reads the address, listens, and keeps one view in step with what is heard. */
import { history, quarantine, standards, words } from "./api.js";
import { Board } from "./board.js";
import { ServerClock } from "./clock.js";
import { Format } from "./format.js";
import { listen } from "./live.js";
import { Phrases } from "./phrases.js";
import { readRoute } from "./route.js";
import { Screen } from "./screen.js";
import { preferredLanguage, Text } from "./text.js";

const PAINT_EVERY_MS = 250;
const ASK_REFUSED_EVERY_MS = 60_000;
const RELOADED_FOR = "ridgeline.reloadedFor";

const clock = new ServerClock(() => performance.now());
const board = new Board();
let connection = "opening";
let lastHeard = null;
let version = null;
let screen = null;
let presented = 0;

const scene = () => ({ board, connection, lastHeard, now: clock.now(), catchingUp: board.catchingUp(performance.now()) });

/** The screen in the language and zone that hold now; a new one only where one of them changed. */
async function present() {
  const asked = preferredLanguage(readRoute(location.search).language, navigator.languages);
  const language = asked ?? preferredLanguage(null, board.kiosk?.languages ?? []) ?? "zh";
  const zone = board.kiosk?.zone ?? "Asia/Shanghai";
  if (screen?.language === language && screen.zone === zone) return;
  const turn = ++presented;
  const text = new Text(language, await words(language));
  if (turn !== presented) return;
  const format = new Format(language, zone);
  screen?.close();
  screen = new Screen(document, { text, format, phrases: new Phrases(text, format), clock, history, language, zone });
  screen.go(readRoute(location.search), scene());
  askRefused();
}

/** A newer kiosk brings newer pages: load them, once. */
function followVersion(next) {
  if (version !== null && next !== version && sessionStorage.getItem(RELOADED_FOR) !== next) {
    sessionStorage.setItem(RELOADED_FOR, next);
    location.reload();
  }
  version ??= next;
}

const hear = ({ now, rate }) => {
  clock.set(now, rate);
  lastHeard = now;
};

const stream = listen("/api/v1/live", {
  async snapshot(snapshot) {
    hear(snapshot);
    followVersion(snapshot.version);
    board.load(snapshot);
    await present();
    screen?.renew(scene());
    standards().then((known) => board.learn(known), () => {});
  },
  readings: (readings) => screen?.readings(board.readings(readings, clock.now(), performance.now())),
  verdicts: (verdicts) => board.verdicts(verdicts),
  aqi: (indices) => board.indices(indices),
  sections: (sections) => board.sections(sections),
  stagnation: (stagnations) => board.stagnations(stagnations),
  ended: (keys) => board.ended(keys),
  tick(tick) {
    hear(tick);
    board.tick(tick);
  },
  config: () => stream.reopen(),
  state(next) {
    connection = next;
  },
});

const askRefused = () => quarantine().then((rows) => screen?.refused(rows, clock.now()), () => {});

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-nav]");
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  globalThis.history.pushState(null, "", link.getAttribute("href"));
  screen?.go(readRoute(location.search), scene());
  scrollTo(0, 0);
});
addEventListener("popstate", () => screen?.go(readRoute(location.search), scene()));
setInterval(() => screen?.paint(scene()), PAINT_EVERY_MS);
setInterval(askRefused, ASK_REFUSED_EVERY_MS);
await present();
