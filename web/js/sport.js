/** The weather rules of competitions: advice to a jury, which alone decides. For a venue's page and for the wall. */
import { keyedList, setAttribute, setSymbol, setText, speak, stamp } from "./dom.js";
import { sportOf } from "./rules.js";
import { worst } from "./status.js";
import { nameIn } from "./text.js";

/** Where a jury has to look now, for an overview of all venues. Pure. @returns {{id, words, names}[]} */
export function sportLines(board, { text, format }) {
  const over = board.venues.filter(({ id }) => sportOf(board.verdictsOf(id)).some(({ status }) => status === "exceed"));
  if (over.length === 0) return [];
  return [{ id: "sport", words: text.say("sport.over"), names: format.list(over.map(({ id, name }) => nameIn(name, text.language, id))) }];
}

/** @param most how many rules are shown, the gravest first */
export function mountSport(parent, kit, { most = Infinity } = {}) {
  const { phrases, text } = kit;
  const { root, part } = stamp("sport", parent);
  speak(root, text);
  const lines = keyedList(part("lines"), ({ quantity, period }) => `${quantity} ${period}`, (verdict, place) => mountLine(place, kit));
  return {
    root,
    /** @returns whether there was something to show */
    show(verdicts, scene) {
      const told = sportOf(verdicts);
      root.hidden = told.length === 0;
      setAttribute(root, "data-state", scene.connection === "lost" ? "stale" : worst(told.map(({ status }) => status)));
      setText(part("discipline"), [...new Set(told.map((verdict) => phrases.placeClass(verdict.class)))].join(" · "));
      setText(part("note"), text.say("sport.note"));
      lines.show(told.slice(0, most), scene);
      return told.length > 0;
    },
    close() {
      lines.close();
      root.remove();
    },
  };
}

function mountLine(parent, kit) {
  const { phrases, text } = kit;
  const { root, part } = stamp("sport-line", parent);
  return {
    root,
    show(verdict, { now, connection }) {
      const status = connection === "lost" ? "stale" : verdict.status;
      setAttribute(root, "data-state", status);
      setSymbol(part("mark"), status);
      setText(part("name"), phrases.quantity(verdict.quantity));
      setText(part("word"), phrases.state(status));
      setText(part("value"), phrases.measured(verdict.quantity, verdict.value, verdict.unit));
      setText(part("limit"), text.say("limit", { limit: phrases.limit(verdict) }));
      setText(part("outlook"), connection === "lost" ? "" : phrases.outlook(verdict, now));
    },
    close: () => root.remove(),
  };
}
