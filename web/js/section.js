/** A river section: the class its water reaches, the class it is to keep, and what fails. */
import { keyedList, setAttribute, setSymbol, setText, speak, stamp } from "./dom.js";
import { groundsOf } from "./grounds.js";
import { mountState } from "./marks.js";
import { failing } from "./rules.js";
import { mountGround } from "./verdict.js";

const MOST_FAILING = 3;

/** The class as a sign that is read first: a Roman numeral, or the words where there is none. */
const numeral = (section, phrases) => (section.class && section.class !== "worse" ? section.class : phrases.waterClass(section.class));

export const failingWords = (section, { phrases, format }) => {
  const named = failing(section).slice(0, MOST_FAILING).map((factor) => phrases.factor(factor));
  return named.length > 0 ? format.list(named) : "";
};

/** The short form, for a card and for the wall; `show(null)` hides it. */
export function mountSection(parent, kit) {
  const { phrases, text } = kit;
  const { root, part } = stamp("section", parent);
  speak(root, text);
  const state = mountState(part("state"), kit);
  return {
    root,
    show(section, shownStatus) {
      root.hidden = !section;
      if (!section) return;
      const status = shownStatus ?? section.status;
      setAttribute(root, "data-state", status);
      setAttribute(root, "data-class", section.class ?? "unknown");
      state.show(status);
      setText(part("class"), numeral(section, phrases));
      setText(part("target"), text.say("section.target", { target: phrases.waterClass(section.target) }));
      setText(part("months"), phrases.months(section));
      setText(part("failing"), failingWords(section, kit));
    },
    close: () => root.remove(),
  };
}

/** The long form: every indicator with its own class, and what the class rests on. */
export function mountSectionPanel(parent, kit) {
  const { phrases, text } = kit;
  const { root, part } = stamp("section-panel", parent);
  speak(root, text);
  const brief = mountSection(part("brief"), kit);
  const factors = keyedList(part("factors"), ({ series }) => series, (factor, place) => mountFactor(place, kit));
  const grounds = keyedList(part("grounds"), ({ id }) => id, (line, place) => mountGround(place));
  return {
    root,
    show(section, { board, now, connection }) {
      setText(part("period"), phrases.period(section.period));
      brief.show(section, connection === "lost" ? "stale" : section.status);
      factors.show(section.factors, section);
      if (part("details").open) grounds.show(groundsOf({ ...section, class: null }, board.standard(section.standard), kit, now));
    },
    close() {
      factors.close();
      grounds.close();
      root.remove();
    },
  };
}

function mountFactor(parent, { phrases, format }) {
  const { root, part } = stamp("factor", parent);
  return {
    root,
    show({ quantity, value, unit, class: reached, meets_target: meets, excess, series }, { from, to }) {
      const status = meets ? "pass" : "exceed";
      setAttribute(root, "data-state", status);
      setSymbol(part("mark"), status);
      setText(part("word"), phrases.state(status));
      setText(part("name"), phrases.quantity(quantity));
      setText(part("value"), phrases.measured(quantity, value, unit));
      setText(part("class"), phrases.waterClass(reached));
      setText(part("excess"), meets || typeof excess !== "number" ? "" : phrases.times(excess));
      setAttribute(part("readings"), "href", `/api/v1/readings?${new URLSearchParams({ series, from, to })}`);
    },
    close: () => root.remove(),
  };
}
