/** Whether the weather traps pollution: its signs with their values, and the criterion that the last days would meet. */
import { keyedList, setAttribute, setSymbol, setText, speak, stamp } from "./dom.js";
import { mountState } from "./marks.js";
import { nameIn } from "./text.js";

const MARKS = { yes: "present", no: "absent", unknown: "unknown" };

/** @returns {"warn"|"none"|"insufficient"|"stale"} never a good word: nothing here says that the air is clean */
export function stagnationStatus(stagnation, connection) {
  if (connection === "lost") return "stale";
  if (stagnation.stagnant || stagnation.would_meet) return "warn";
  return stagnation.of === 0 ? "insufficient" : "none";
}

/** What an overview says of all venues. Pure. @returns {{id, words, names}[]} */
export function stagnationLines(board, { text, format }) {
  const told = board.venues.map((venue) => ({ venue, stagnation: board.stagnationOf(venue.id) })).filter(({ stagnation }) => stagnation);
  const line = (id, words, holds) => {
    const names = told.filter(({ stagnation }) => holds(stagnation)).map(({ venue }) => nameIn(venue.name, text.language, venue.id));
    return { id, words, names: format.list(names), count: names.length };
  };
  const levels = ["red", "orange", "yellow"];
  return [
    ...levels.map((level) => line(level, wouldMeet(level, text), ({ would_meet: meets }) => meets === level)),
    line("stagnant", text.say("stagnation.title"), ({ stagnant }) => stagnant),
  ].filter(({ count }) => count > 0);
}

const wouldMeet = (level, text) => text.say("stagnation.wouldMeet", { level: text.sayOr(`level.${level}`, level) });

export function mountStagnation(parent, kit) {
  const { phrases, text, format } = kit;
  const { root, part } = stamp("stagnation", parent);
  speak(root, text);
  const state = mountState(part("state"), kit);
  const conditions = keyedList(part("conditions"), ({ id }) => id, (condition, place) => mountCondition(place, kit));
  return {
    root,
    show(stagnation, { board, now, connection }) {
      root.hidden = !stagnation;
      if (!stagnation) return;
      const status = stagnationStatus(stagnation, connection);
      setAttribute(root, "data-state", status);
      state.show(status, text.say(wordsFor(stagnation, status)));
      setText(part("since"), stagnation.stagnant ? phrases.since(stagnation.since, now) : "");
      setText(part("score"), text.count("stagnation.score", stagnation.of, { score: format.number(stagnation.score), count: format.number(stagnation.of) }));
      setText(part("criterion"), stagnation.would_meet ? wouldMeet(stagnation.would_meet, text) : "");
      const days = stagnation.days.map(({ from, aqi }) => `${format.day(from)}: ${typeof aqi === "number" ? format.number(aqi) : "–"}`);
      setText(part("days"), days.length > 0 ? text.say("stagnation.days", { days: days.join(" · ") }) : "");
      const title = nameIn(board.standard(stagnation.standard)?.title, text.language, "");
      setText(part("source"), [title, stagnation.clause, phrases.certainty(stagnation.certainty)].filter(Boolean).join(" · "));
      conditions.show(stagnation.conditions, stagnation, now);
    },
    close() {
      conditions.close();
      root.remove();
    },
  };
}

const wordsFor = ({ stagnant }, status) =>
  status === "stale" ? "state.stale" : status === "insufficient" ? "stagnation.unknown" : stagnant ? "stagnation.is" : "stagnation.not";

function mountCondition(parent, { phrases, text, format }) {
  const { root, part } = stamp("condition", parent);
  return {
    root,
    show({ id, value, unit, met, ...bound }) {
      const sign = met === true ? "yes" : met === false ? "no" : "unknown";
      setAttribute(root, "data-sign", sign);
      setSymbol(part("mark"), MARKS[sign]);
      setText(part("name"), text.sayOr(`condition.${id}`, id));
      setText(part("sign"), text.say(`sign.${sign}`));
      setText(part("value"), typeof value === "number" ? phrases.withUnit(format.number(value, 1), unit) : "–");
      setText(part("bound"), text.say("stagnation.when", { bound: phrases.limit({ ...bound, unit }) }));
    },
    close: () => root.remove(),
  };
}
