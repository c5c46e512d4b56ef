/** One rule of one standard: what was judged, against what, since when, on how much. */
import { setAttribute, setSymbol, setText, stamp } from "./dom.js";

export function mountVerdict(parent, { phrases, format, text }) {
  const { root, part } = stamp("verdict", parent);
  return {
    root,
    show(verdict, { now }) {
      setAttribute(root, "data-state", verdict.status);
      setSymbol(part("mark"), verdict.status);
      setText(part("word"), phrases.state(verdict.status));
      setText(part("quantity"), phrases.quantity(verdict.quantity));
      setText(part("period"), phrases.period(verdict.period));
      setText(part("value"), phrases.measured(verdict.quantity, verdict.value, verdict.unit));
      setText(part("limit"), text.say("limit", { limit: phrases.limit(verdict) }));
      setText(part("standard"), phrases.standard(verdict.standard));
      setText(part("clause"), verdict.clause ?? "");
      setText(part("window"), windowOf(verdict, now, { format, text }));
      setText(part("since"), phrases.since(verdict.since, now));
      setAttribute(part("meter"), "width", Math.round(100 * verdict.completeness));
      setText(part("completeness"), text.say("complete", { share: format.percent(verdict.completeness) }));
    },
    close: () => root.remove(),
  };
}

function windowOf({ from, to, revised }, now, { format, text }) {
  if (!from || !to) return "";
  const shown = text.say("window", { from: format.moment(from, now), to: format.moment(to, now) });
  return revised ? `${shown} · ${text.say("revised")}` : shown;
}
