/** What stands out among verdicts, indices and sections: by gravity, standard and period. Pure. */
import { standing, WORST_FIRST } from "./status.js";

/** From the momentary to the year: of two equally grave verdicts the quicker one says more about now. */
const QUICK_FIRST = ["10min", "max10min", "1h", "nowcast", "8h", "24h-sliding", "mda8", "24h", "max1h", "daytime", "night", "night-max", "month"];
const KNOWN_FIRST = ["exceed", "warn", "pass", "insufficient", "stale"];
const CALENDAR = /^(month|year|peak)/;
const LONGEST_OF_NOW_MS = 36 * 3_600_000;

/** Whether a row belongs to a document, whichever its edition: "hj633" holds "hj633-2012" and "hj633-2026". */
export const isOf = (family, { standard }) => standard === family || standard.startsWith(`${family}-`);

/** Whether a verdict or a section tells how things stand now: not advice, and not of more than a day or two. */
export const countsNow = ({ advisory, from, to }) => !advisory && !(to - from > LONGEST_OF_NOW_MS);

const speed = ({ period }) => {
  const place = QUICK_FIRST.indexOf(period);
  return place < 0 ? QUICK_FIRST.length : place;
};

/** Order for lists: what must be seen first, then the quicker period. */
export const byGravity = (a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) || speed(a) - speed(b);

/** The verdict whose limit a figure shows: one that counts now, the worst that says something, of the quickest period. */
export function tightest(verdicts) {
  const gravity = ({ status }) => KNOWN_FIRST.indexOf(status);
  const order = (a, b) => countsNow(b) - countsNow(a) || gravity(a) - gravity(b) || speed(a) - speed(b);
  return [...verdicts].sort(order)[0] ?? null;
}

/** The limits that a curve is held against, the quicker first; those of a month or a year only where there is no other. */
export function limitsFor(verdicts) {
  const sorted = [...verdicts].sort((a, b) => speed(a) - speed(b));
  const quick = sorted.filter(({ period }) => !CALENDAR.test(period));
  return quick.length > 0 ? quick : sorted;
}

/** @returns {{id, standard, class, profile, advisory, status, verdicts}[]} verdicts by standard and class, the gravest group first, what binds before advice */
export function rulings(verdicts) {
  const groups = new Map();
  for (const verdict of verdicts) {
    const id = `${verdict.standard} ${verdict.class ?? ""}`;
    if (!groups.has(id)) groups.set(id, { id, standard: verdict.standard, class: verdict.class, profile: verdict.profile, advisory: Boolean(verdict.advisory), verdicts: [] });
    groups.get(id).verdicts.push(verdict);
  }
  const told = [...groups.values()].map((group) => ({ ...group, status: standing(group.verdicts.map(({ status }) => status)) }));
  const rank = ({ status }) => ({ exceed: 0, warn: 1 })[status] ?? 2;
  return told.sort((a, b) => rank(a) - rank(b) || a.advisory - b.advisory || a.id.localeCompare(b.id));
}

/** Weather rules of competitions: of several masts the one that stands worst speaks for each quantity. */
export function sportOf(verdicts) {
  const told = new Map();
  for (const verdict of verdicts.filter((each) => isOf("fis-ibu", each)).sort(byGravity)) {
    const id = `${verdict.quantity} ${verdict.period}`;
    if (!told.has(id)) told.set(id, verdict);
  }
  return [...told.values()];
}

/** Of a section's classes the one to name: that of the day where it is known, else that of the month. */
export function leadingSection(sections) {
  const sorted = [...sections].sort((a, b) => speed(a) - speed(b));
  return sorted.find((section) => section.class) ?? sorted[0] ?? null;
}

/** The indicators that do not keep the target class. */
export const failing = (section) => (section?.factors ?? []).filter((factor) => !factor.meets_target);

/** The Chinese index leads; any other is for those who know no other yardstick. */
export const isHeadline = (index) => isOf("hj633", index);
