import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { frameAround } from "../../../web/js/charts.js";
import { Format } from "../../../web/js/format.js";
import { groundsOf, groundsOfIndex } from "../../../web/js/grounds.js";
import { Phrases } from "../../../web/js/phrases.js";
import { sportLines } from "../../../web/js/sport.js";
import { stagnationLines, stagnationStatus } from "../../../web/js/stagnation.js";
import { Text } from "../../../web/js/text.js";
import { localPath } from "../../../web/js/verdict.js";
import { HOUR, indexRow, MINUTE, NOW, sectionRow, sportRow, stagnationRow, standardRow, verdictRow } from "./fixture.mjs";

const kitIn = (language) => {
  const words = JSON.parse(readFileSync(new URL(`../../../web/i18n/${language}.json`, import.meta.url), "utf8"));
  const text = new Text(language, words);
  const format = new Format(language, "Asia/Shanghai");
  return { text, format, phrases: new Phrases(text, format) };
};
const en = kitIn("en");
const linesOf = (verdict, standard = standardRow(), kit = en) =>
  Object.fromEntries(groundsOf(verdict, standard, kit, NOW).map(({ id, words }) => [id, words]));

describe("the grounds of a verdict", () => {
  it("name document, clause, class, profile, period, local window and completeness", () => {
    const lines = linesOf(verdictRow({ completeness: 0.83 }));
    assert.equal(lines.standard, "GB 3095—2026 · Ambient air quality standards");
    assert.equal(lines.clause, "table 1");
    assert.equal(lines.class, "class 1");
    assert.equal(lines.profile, "Competition");
    assert.equal(lines.period, "24 h mean");
    assert.equal(lines.window, "Feb 11, 16:00 – Feb 12, 16:00");
    assert.equal(lines.completeness, "83% complete");
  });

  it("name both days of a window that is not of today, and the year of one that is longer than a month", () => {
    const windowOf = (from, to) => linesOf(verdictRow({ from, to })).window;
    assert.equal(windowOf(NOW - 2 * HOUR, NOW - HOUR), "18:00 – 19:00");
    const [year, next] = [2026, 2027].map((each) => Date.UTC(each, 0, 1) - 8 * HOUR);
    assert.equal(windowOf(year, next), "Jan 1, 2026 – Dec 31, 2026");
  });

  it("mark what was not read in the standard itself, and nothing where it was", () => {
    assert.equal(linesOf(verdictRow()).certainty, undefined);
    assert.equal(linesOf(verdictRow({ certainty: "secondary" })).certainty, "figure from a secondary source");
    assert.equal(linesOf(verdictRow({ certainty: "unverified" })).certainty, "figure unverified");
    assert.equal(linesOf(verdictRow({ certainty: "chosen" })).certainty, "our own choice");
  });

  it("say how many times over the limit, since when, and that it was revised", () => {
    const lines = linesOf(verdictRow({ status: "exceed", value: 49, excess: 0.4, revised: true }));
    assert.equal(lines.excess, "0.4 times over");
    assert.equal(lines.since, "since 17:00 · revised");
  });

  it("say when a limit is reached or kept again, and nothing of a time that has passed or a value that is unknown", () => {
    assert.match(linesOf(sportRow()).outlook, /^limit reached about 22:00 if/);
    assert.match(linesOf(sportRow({ status: "exceed" })).outlook, /^back within limits about 22:00/);
    assert.equal(linesOf(sportRow({ crosses_at: NOW - 1 })).outlook, undefined);
    assert.equal(linesOf(sportRow({ status: "stale" })).outlook, undefined);
  });

  it("leave the decision to the jury", () => {
    assert.match(linesOf(sportRow()).advisory, /the jury decides/);
    assert.equal(linesOf(verdictRow()).advisory, undefined);
    assert.match(linesOf(verdictRow({ standard: "who-2021", advisory: true })).advisory, /does not count/);
  });

  it("are there before the document is known", () => {
    assert.equal(linesOf(verdictRow(), null).standard, "GB 3095—2026");
    assert.ok(groundsOfIndex(indexRow(), null, en, NOW).some(({ id }) => id === "window"));
  });

  it("have words in every language", () => {
    for (const language of ["zh", "en", "fr"]) {
      const rows = groundsOf(sportRow({ excess: 0.2, status: "exceed", revised: true }), standardRow(), kitIn(language), NOW);
      for (const { id, label, words } of rows) assert.doesNotMatch(`${label} ${words}`, /grounds\.|class\.|\{|undefined|NaN/, `${language} ${id}`);
    }
  });
});

describe("a bound in words", () => {
  it("tells its direction: at most, at least, or between", () => {
    const limit = (min, max, unit) => en.phrases.limit({ min, max, unit }).replaceAll("\u00a0", " ");
    assert.equal(limit(null, 75, "ug/m3"), "≤ 75 µg/m³");
    assert.equal(limit(-20, null, "degC"), "≥ −20 °C");
    assert.equal(limit(6, 9, "1"), "6 to 9");
    assert.equal(limit(0, 5, "m/s"), "0 to 5 m/s");
  });
});

describe("the outlook of a competition", () => {
  it("tells how long until the limit, else how long it has been so", () => {
    assert.equal(en.phrases.outlook(sportRow(), NOW), "limit in about 2 hr at this trend");
    assert.equal(en.phrases.outlook(sportRow({ crosses_at: null }), NOW), "for 35 min");
    assert.equal(en.phrases.outlook(sportRow({ status: "exceed", crosses_at: NOW + 40 * MINUTE }), NOW), "for 35 min · back within limits in about 40 min at this trend");
    assert.equal(en.phrases.outlook(sportRow({ status: "stale" }), NOW), "for 35 min");
  });

  it("rounds to what can be known", () => {
    const about = (minutes) => en.format.about(minutes * MINUTE);
    assert.deepEqual([1, 12, 94, 110, 200].map(about), ["5 min", "10 min", "95 min", "2 hr", "3.5 hr"]);
  });
});

describe("a water class", () => {
  it("is a Roman numeral, or worse than the last, or not known", () => {
    assert.deepEqual(["III", "worse", null].map((id) => en.phrases.waterClass(id)), ["class III", "worse than V", "not known yet"]);
    assert.equal(kitIn("zh").phrases.waterClass("worse"), "劣 V 类");
    assert.equal(kitIn("fr").phrases.waterClass("worse"), "pire que V");
  });

  it("names what fails, with times over only where such a figure is customary", () => {
    const [phosphorus, oxygen] = sectionRow().factors;
    assert.equal(en.phrases.factor(phosphorus), "Total phosphorus 0.42 times over");
    assert.equal(en.phrases.factor(oxygen), "Dissolved oxygen fails");
  });

  it("counts the months that were judged, and claims none where none was", () => {
    assert.equal(en.phrases.months(sectionRow()), "5 of 9 months reached this year");
    assert.equal(en.phrases.months(sectionRow({ months_reached: 0, months_judged: 0 })), "no month judged yet this year");
  });
});

describe("the overview", () => {
  it("names the venues where a jury has to look, and no others", () => {
    const rows = { a: [sportRow({ status: "exceed" })], b: [sportRow()], c: [verdictRow({ status: "exceed" })] };
    const board = { venues: Object.keys(rows).map((id) => ({ id })), verdictsOf: (id) => rows[id] };
    assert.deepEqual(sportLines(board, en).map(({ names }) => names), ["a"]);
    assert.deepEqual(sportLines({ venues: [], verdictsOf: () => [] }, en), []);
  });
});

describe("trapped air", () => {
  it("never looks good: it warns, or says nothing", () => {
    assert.equal(stagnationStatus(stagnationRow(), "live"), "warn");
    assert.equal(stagnationStatus(stagnationRow({ stagnant: false, would_meet: null }), "live"), "none");
    assert.equal(stagnationStatus(stagnationRow({ stagnant: false, would_meet: null, of: 0 }), "live"), "insufficient");
    assert.equal(stagnationStatus(stagnationRow(), "lost"), "stale");
  });

  it("is told once for all venues, and a criterion never as a warning that somebody issued", () => {
    const rows = { a: stagnationRow(), b: stagnationRow({ would_meet: null }), c: stagnationRow({ stagnant: false, would_meet: null }), d: null };
    const board = { venues: Object.keys(rows).map((id) => ({ id })), stagnationOf: (id) => rows[id] };
    const lines = stagnationLines(board, en).map(({ words, names }) => `${words}: ${names}`);
    assert.deepEqual(lines, ["Would meet the yellow criterion (not an official warning): a", "Stagnant air: a and b"]);
  });
});

describe("the category of an index", () => {
  const epa = standardRow({ id: "epa-aqi-2024", categories: [{ id: "good", level: 1, name: { en: "Good (EPA)" } }] });
  it("is called as its own standard calls it, since two may mean different things by one word", () => {
    const index = indexRow({ standard: "epa-aqi-2024", category: "good" });
    assert.equal(en.phrases.category(index, epa), "Good (EPA)");
    assert.equal(en.phrases.category(index, null), "good");
    assert.equal(kitIn("zh").phrases.category(indexRow(), null), "良");
  });
});

describe("the chart of a window", () => {
  it("has something of before and after, but nothing of the future", () => {
    const day = frameAround({ from: NOW - 28 * HOUR, to: NOW - 4 * HOUR }, NOW);
    assert.deepEqual([day.from, day.to], [NOW - 34 * HOUR, NOW]);
    const short = frameAround({ from: NOW - 10 * MINUTE, to: NOW }, NOW);
    assert.deepEqual([short.from, short.to], [NOW - 40 * MINUTE, NOW]);
  });
});

describe("a link to readings", () => {
  it("stays with this kiosk", () => {
    assert.equal(localPath("/api/v1/readings?series=a.b"), "/api/v1/readings?series=a.b");
    assert.equal(localPath("//elsewhere.example"), null);
    assert.equal(localPath("javascript:x"), null);
    assert.equal(localPath(undefined), null);
  });
});
