/** Facts put into words, with the bundle's words and the reader's formats. Pure. */
import { bindingOf } from "./board.js";
import { compassOf, prettyUnit } from "./format.js";

const BINDING_SIGNS = { upper: "≤", lower: "≥" };
const NAMED_AT_MOST = 3;

export class Phrases {
  constructor(text, format) {
    this.text = text;
    this.format = format;
  }

  quantity = (id) => this.text.sayOr(`quantity.${id}`, id);
  period = (id) => this.text.sayOr(`period.${id}`, id);
  standard = (id) => this.text.sayOr(`standard.${id}`, id.toUpperCase());
  state = (status) => this.text.say(`state.${status}`);
  remark = (remark) => (remark === "none" ? "" : this.text.say(`remark.${remark}`));
  compass = (degrees) => this.text.say(`compass.${compassOf(degrees)}`);

  age(row, now) {
    if (row.t === null || row.t === undefined) return this.text.say("age.never");
    return this.text.say("age.ago", { age: this.format.age(now - row.t) });
  }

  shortAge(row, now) {
    return row.t === null || row.t === undefined ? this.text.say("age.never") : this.format.age(now - row.t, "narrow");
  }

  since(t, now) {
    return t ? this.text.say("since", { time: this.format.moment(t, now) }) : "";
  }

  measured(quantity, value, unit) {
    return [this.format.value(quantity, value), prettyUnit(unit)].filter(Boolean).join(" ");
  }

  /** "≤ 75 µg/m³": the side is only given where a judged value shows it. */
  limit(verdict) {
    const sign = BINDING_SIGNS[bindingOf(verdict)];
    return [sign, this.format.limit(verdict.limit), prettyUnit(verdict.unit)].filter(Boolean).join(" ");
  }

  limitWithPeriod(verdict) {
    return this.text.say("limit.period", { limit: this.limit(verdict), period: this.period(verdict.period) });
  }

  against(verdict) {
    return this.text.say("against", {
      value: this.measured(verdict.quantity, verdict.value, verdict.unit),
      limit: this.limit(verdict),
      period: this.period(verdict.period),
    });
  }

  /** The one line that a venue's state comes down to. */
  headline({ status, reasons }) {
    if (status !== "exceed" && status !== "warn") return this.text.say(`headline.${status}`);
    const names = [...new Set(reasons.map((verdict) => this.quantity(verdict.quantity)))];
    const shown = names.slice(0, NAMED_AT_MOST);
    if (names.length > NAMED_AT_MOST) shown.push(this.text.say("more", { count: this.format.number(names.length - NAMED_AT_MOST) }));
    return this.text.say(`headline.${status}`, { what: this.format.list(shown) });
  }

  /** How many limits were judged and how they came out. */
  tally({ counts, total }) {
    if (total === 0) return this.text.say("tally.none");
    const parts = ["exceed", "warn", "pass", "stale", "insufficient"]
      .filter((status) => counts[status])
      .map((status) => this.text.count(`tally.${status}`, counts[status], { count: this.format.number(counts[status]) }));
    return `${this.text.count("tally.limits", total)} · ${parts.join(" · ")}`;
  }

  primary(index) {
    if (!index.primary || index.primary.length === 0) return "";
    return this.text.say("aqi.primary", { what: this.format.list(index.primary.map(this.quantity)) });
  }

  category(index) {
    return index.category ? this.text.sayOr(`category.${index.category}`, index.category) : this.text.say("category.none");
  }
}

/**
 * While nothing is heard, nothing can be claimed: the state is stale, and what was known stays beside it. While the past comes in,
 * old values are no fault: the state says that it catches up.
 */
export function stateWhile({ connection, catchingUp = null }, state) {
  if (connection === "lost") return { ...state, status: "stale", lastKnown: state };
  const catches = catchingUp !== null && (state.status === "stale" || state.status === "insufficient");
  return { ...state, status: catches ? "catching" : state.status, lastKnown: null };
}
