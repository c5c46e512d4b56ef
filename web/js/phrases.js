/** Facts put into words, with the bundle's words and the reader's formats. Pure. */
import { compassOf, prettyUnit } from "./format.js";
import { isHeadline } from "./rules.js";
import { nameIn } from "./text.js";

const NAMED_AT_MOST = 3;
/** A number, its sign and its unit stay on one line. */
const UNBROKEN = "\u00a0";

export class Phrases {
  constructor(text, format) {
    this.text = text;
    this.format = format;
  }

  quantity = (id) => this.text.sayOr(`quantity.${id}`, id);
  period = (id) => this.text.sayOr(`period.${id}`, id);
  standard = (id) => this.text.sayOr(`standard.${id}`, id.toUpperCase());
  placeClass = (id) => (id ? this.text.sayOr(`class.${id}`, this.text.say("grounds.classOf", { class: id })) : "");
  certainty = (id) => (!id || id === "primary" ? "" : this.text.say(`certainty.${id}`));
  state = (status) => this.text.say(`state.${status}`);
  remark = (remark) => (remark === "none" ? "" : this.text.say(`remark.${remark}`));
  what = (reason) => (reason.target ? this.text.say("section.title") : this.quantity(reason.quantity));
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
    return this.withUnit(this.format.value(quantity, value), unit);
  }

  withUnit = (number, unit) => [number, prettyUnit(unit)].filter(Boolean).join(UNBROKEN);

  /** "≤ 75 µg/m³", "≥ 5 mg/L" or "16 to 24 °C": what a value has to keep to. */
  limit = ({ min, max, unit }) => this.#bound(min, max, unit);

  /** From where on a value is near its limit; "" where there is no warning before it. */
  nearFrom({ warn_min: min, warn_max: max, unit }) {
    return isOpen(min) && isOpen(max) ? "" : this.text.say("grounds.calm", { bound: this.#bound(min, max, unit) });
  }

  #bound(min, max, unit) {
    const number = (value) => this.format.limit(value);
    const between = () => this.text.say("limit.between", { min: number(min), max: number(max) });
    const oneSide = () => (isOpen(min) ? `≤${UNBROKEN}${number(max)}` : `≥${UNBROKEN}${number(min)}`);
    const words = isOpen(min) && isOpen(max) ? "–" : isOpen(min) || isOpen(max) ? oneSide() : between();
    return this.withUnit(words, unit);
  }

  limitWithPeriod(verdict) {
    return this.text.say("limit.period", { limit: this.limit(verdict), period: this.period(verdict.period) });
  }

  /** What a limit or a water class was broken by, in words. */
  against(reason, { isShort = false } = {}) {
    if (reason.target) return this.section(reason);
    const verdict = reason;
    return this.text.say("against", {
      value: this.measured(verdict.quantity, verdict.value, verdict.unit),
      limit: this.limit(verdict),
      period: isShort ? this.period(verdict.period) : `${this.period(verdict.period)} · ${this.standard(verdict.standard)}`,
    });
  }

  /** The one line that a venue's state comes down to. */
  headline({ status, reasons }) {
    if (status !== "exceed" && status !== "warn") return this.text.say(`headline.${status}`);
    const names = [...new Set(reasons.map(this.what))];
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

  /** The category as its standard calls it; two standards may mean different things by one id. */
  category(index, standard) {
    if (!index.category) return this.text.say("category.none");
    const named = nameIn(categoryOf(index, standard)?.name, this.text.language, null);
    return named ?? (isHeadline(index) ? this.text.sayOr(`category.${index.category}`, index.category) : index.category);
  }

  /** "class III", "worse than V" */
  waterClass(id) {
    if (!id) return this.text.say("section.unknown");
    return id === "worse" ? this.text.say("section.worse") : this.text.say("section.class", { class: id });
  }

  section(section) {
    return this.text.say("section.against", { class: this.waterClass(section.class), target: this.waterClass(section.target) });
  }

  months({ months_reached: reached, months_judged: judged }) {
    if (!judged) return this.text.say("section.noMonth");
    return this.text.count("section.months", judged, { reached: this.format.number(reached), count: this.format.number(judged) });
  }

  /** "Total phosphorus 0.4 times over", or that it fails where no such figure is customary. */
  factor({ quantity, excess }) {
    const what = this.quantity(quantity);
    return isOpen(excess) ? this.text.say("section.fails", { what }) : this.text.say("section.factor", { what, over: this.times(excess) });
  }

  /** How far over a limit, as a share of it (超标倍数). */
  times = (excess) => this.text.say("section.over", { times: this.format.limit(round(excess)) });

  /** When a limit will be reached or kept again if the last hour's trend goes on; "" where nothing points there. */
  crossing({ crosses_at: t, status }, now) {
    if (isOpen(t) || t <= now) return "";
    if (status === "exceed") return this.text.say("grounds.back", { time: this.format.moment(t, now) });
    return status === "pass" || status === "warn" ? this.text.say("grounds.reached", { time: this.format.moment(t, now) }) : "";
  }

  /** What a jury asks: how long it has been so, and how long until the limit. */
  outlook(verdict, now) {
    const { crosses_at: t, status, since } = verdict;
    const lasting = since ? this.text.say("sport.for", { time: this.format.age(now - since) }) : "";
    if (this.crossing(verdict, now) === "") return lasting;
    const time = this.format.about(t - now);
    if (status === "exceed") return [lasting, this.text.say("sport.back", { time })].filter(Boolean).join(" · ");
    return this.text.say("sport.until", { time });
  }
}

const isOpen = (value) => value === null || value === undefined;
const round = (value) => Math.round(value * 100) / 100;

export const categoryOf = (index, standard) => standard?.categories?.find(({ id }) => id === index.category) ?? null;

/**
 * While nothing is heard, nothing can be claimed: the state is stale, and what was known stays beside it. While the past comes in,
 * old values are no fault: the state says that it catches up.
 */
export function stateWhile({ connection, catchingUp = null }, state) {
  if (connection === "lost") return { ...state, status: "stale", lastKnown: state };
  const catches = catchingUp !== null && (state.status === "stale" || state.status === "insufficient");
  return { ...state, status: catches ? "catching" : state.status, lastKnown: null };
}
