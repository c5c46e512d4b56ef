/** Two small signs used by every view: a state (symbol and word) and an air quality index. */
import { setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { isHeadline } from "./rules.js";

/** The level's colour is the standard's own and comes with the index. */
const COLOUR = /^#[0-9a-f]{6}$/i;

export function mountState(parent, { phrases }) {
  const { root, part } = stamp("state", parent);
  return {
    root,
    show(status, words = phrases.state(status)) {
      setAttribute(root, "data-state", status);
      setSymbol(part("mark"), status);
      setText(part("word"), words);
    },
    close: () => root.remove(),
  };
}

export function mountIndex(parent, { phrases, format, text }) {
  const { root, part } = stamp("index", parent);
  return {
    root,
    show(index, standard = null) {
      root.hidden = !index;
      if (!index) return;
      const known = index.aqi !== null && index.aqi !== undefined;
      setAttribute(root, "data-level", known ? index.level : 0);
      setAttribute(part("band"), "fill", known && COLOUR.test(index.colour) ? index.colour : "currentColor");
      setText(part("number"), known ? format.number(index.aqi) : "–");
      setText(part("short"), text.say(isHeadline(index) ? "aqi.short" : "aqi.us"));
      setText(part("category"), phrases.category(index, standard));
      setText(part("primary"), phrases.primary(index));
    },
    /** Where the index comes from, for those who look closer. */
    explain: (words) => setText(part("source"), words),
    close: () => root.remove(),
  };
}
