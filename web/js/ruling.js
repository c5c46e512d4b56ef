/** All verdicts of a venue, by standard: closed where all is well, opened at whatever is pointed at. */
import { keyedList, setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { rulings, tightest } from "./rules.js";
import { nameIn } from "./text.js";
import { mountVerdict } from "./verdict.js";

export function mountRulings(parent, kit, look) {
  const groups = keyedList(parent, ({ id }) => id, (group, place) => mountRuling(place, group, kit, look));
  return {
    show: (verdicts, scene) => groups.show(rulings(verdicts), scene),
    /** Opens the gravest verdict on a series and takes the reader there. */
    reveal(series, verdicts) {
      const wanted = tightest(verdicts.filter((verdict) => verdict.series === series));
      if (wanted) groups.each((group) => group.reveal(wanted.key));
    },
    close: () => groups.close(),
  };
}

function mountRuling(parent, { status }, kit, look) {
  const { phrases, text } = kit;
  const { root, part } = stamp("ruling", parent);
  const verdicts = keyedList(part("verdicts"), ({ key }) => key, (verdict, place) => mountVerdict(place, kit, look));
  root.open = status === "exceed" || status === "warn";
  return {
    root,
    show(group, scene) {
      setAttribute(root, "data-state", group.status);
      setSymbol(part("mark"), group.status);
      setText(part("word"), phrases.state(group.status));
      setText(part("name"), [phrases.standard(group.standard), phrases.placeClass(group.class), group.advisory ? text.say("rules.advice") : ""].filter(Boolean).join(" · "));
      setText(part("title"), nameIn(scene.board.standard(group.standard)?.title, text.language, ""));
      setText(part("tally"), phrases.tally(countsOf(group.verdicts)));
      verdicts.show(group.verdicts, scene);
    },
    reveal(key) {
      verdicts.each((verdict, id) => {
        if (id !== key) return;
        root.open = true;
        const details = verdict.root.querySelector("details");
        details.open = true;
        details.querySelector("summary").focus({ preventScroll: true });
        details.scrollIntoView({ block: "center" });
      });
    },
    close() {
      verdicts.close();
      root.remove();
    },
  };
}

function countsOf(verdicts) {
  const counts = {};
  for (const { status } of verdicts) counts[status] = (counts[status] ?? 0) + 1;
  return { counts, total: verdicts.length };
}
