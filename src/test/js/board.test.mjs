import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Board } from "../../../web/js/board.js";
import { leadingSection, limitsFor, rulings, sportOf, tightest } from "../../../web/js/rules.js";
import { remarkOn, standing, worst } from "../../../web/js/status.js";
import { indexRow, sectionRow, sportRow, stagnationRow, verdictRow } from "./fixture.mjs";

const MINUTE = 60_000;
const row = (series, more = {}) => {
  const [sensor, quantity] = series.split(".");
  return { series, sensor, venue: "genting", quantity, t: 1_000_000, value: 1, unit: "ug/m3", quality: "good", stale: false, verdict: null, ...more };
};
const verdict = (status, more = {}) => verdictRow({ series: "air.pm25", status, ...more });
const boardWith = (more = {}) => {
  const board = new Board();
  board.load({
    kiosk: { venue: "genting" },
    venues: [{ id: "genting" }],
    sensors: [{ id: "air", venue: "genting", every_ms: MINUTE, state: "active" }, { id: "met", venue: "genting", every_ms: null, state: "active" }],
    latest: [row("air.pm25")],
    ...more,
  });
  return board;
};

describe("the board", () => {
  it("takes a newer reading and a correction, and leaves an older one", () => {
    const board = boardWith();
    assert.equal(board.readings([{ series: "air.pm25", t: 999_999, value: 9, quality: "good" }]).length, 0);
    board.readings([{ series: "air.pm25", t: 1_000_000, value: 2, quality: "good" }]);
    assert.equal(board.latest("air.pm25").value, 2);
    board.readings([{ series: "air.pm25", t: 1_000_001, value: 3, quality: "good" }]);
    assert.equal(board.latest("air.pm25").value, 3);
  });

  it("makes a row for a series it hears for the first time, if it knows the sensor", () => {
    const board = boardWith();
    board.readings([{ series: "met.wind_speed", t: 1, value: 4, unit: "m/s", quality: "good" }, { series: "who.pm25", t: 1, value: 4 }]);
    assert.deepEqual(board.rowsOf("genting").map(({ quantity }) => quantity), ["pm25", "wind_speed"]);
    assert.equal(board.latest("who.pm25"), null);
  });

  it("calls a reading stale after three intervals, or a quarter of an hour where none is known", () => {
    const board = boardWith({ latest: [row("air.pm25"), row("met.humidity")] });
    const stale = (series, after) => board.isStale(board.latest(series), 1_000_000 + after);
    assert.equal(stale("air.pm25", 3 * MINUTE), false);
    assert.equal(stale("air.pm25", 3 * MINUTE + 1), true);
    assert.equal(stale("met.humidity", 15 * MINUTE), false);
    assert.equal(stale("met.humidity", 15 * MINUTE + 1), true);
  });

  it("believes the server that a series is stale until it speaks again", () => {
    const board = boardWith();
    board.tick({ stale: ["air.pm25", "unknown.x"] });
    assert.equal(board.isStale(board.latest("air.pm25"), 1_000_000), true);
    board.readings([{ series: "air.pm25", t: 1_000_500, value: 2, quality: "good" }]);
    assert.equal(board.isStale(board.latest("air.pm25"), 1_000_600), false);
  });

  it("replaces a verdict by its key", () => {
    const board = boardWith({ verdicts: [verdict("exceed")] });
    board.verdicts([verdict("pass"), verdict("warn", { period: "1h" })]);
    assert.deepEqual(board.verdictsOf("genting").map(({ status }) => status), ["warn", "pass"]);
  });

  it("stands as its worst verdict and names those that make it so", () => {
    const board = boardWith({ verdicts: [verdict("pass"), verdict("exceed", { series: "air.pm10" }), verdict("stale", { series: "met.x" })] });
    const { status, counts, total, reasons } = board.stateOf("genting");
    assert.equal(status, "exceed");
    assert.deepEqual(counts, { pass: 1, exceed: 1, stale: 1 });
    assert.equal(total, 3);
    assert.deepEqual(reasons.map(({ series }) => series), ["air.pm10"]);
  });

  it("never claims a pass while something cannot be judged", () => {
    assert.equal(worst(["pass", "insufficient", "stale"]), "stale");
    assert.equal(worst(["pass", "insufficient"]), "insufficient");
    assert.equal(worst([]), "none");
  });

  it("says what is met so far where not all can be judged, and no good word where nothing is met", () => {
    assert.equal(standing(["pass", "insufficient", "stale"]), "partial");
    assert.equal(standing(["pass", "pass"]), "pass");
    assert.equal(standing(["insufficient", "stale"]), "stale");
    assert.equal(standing(["pass", "warn", "stale"]), "warn");
    assert.equal(standing(["pass", "exceed", "insufficient"]), "exceed");
    assert.equal(standing([]), "none");
  });

  it("catches up while most of what comes is past, and for a moment after", () => {
    const board = boardWith();
    const now = 100 * 3_600_000;
    board.readings([{ series: "air.pm25", t: now - 7_200_000, value: 1, quality: "late" }], now, 1000);
    assert.equal(board.catchingUp(2000), now - 7_200_000);
    assert.equal(board.catchingUp(9000), null);
    board.readings([{ series: "air.pm25", t: now, value: 1, quality: "good" }], now, 10_000);
    assert.equal(board.catchingUp(10_000), null);
  });

  it("makes a sensor for each device heard under a template", () => {
    const template = { id: "mast-{device}", venue: "genting", state: "active", every_ms: 1000, name: { en: "Mast" } };
    const board = boardWith({ sensors: [template], latest: [] });
    assert.deepEqual(board.sensorsOf("genting"), []);
    board.readings([{ series: "mast-a7.pm25", t: 1000, value: 1, quality: "good" }], 1000);
    assert.deepEqual(board.sensorsOf("genting").map(({ id, name }) => [id, name.en]), [["mast-a7", "Mast a7"]]);
    assert.equal(board.rowsOf("genting")[0].sensor, "mast-a7");
    assert.equal(board.isStale(board.latest("mast-a7.pm25"), 6000), true);
    assert.equal(board.sensor("other-a7"), null);
  });

  it("leaves retired sensors out", () => {
    const board = boardWith({ sensors: [{ id: "air", venue: "genting", state: "retired" }] });
    assert.deepEqual(board.rowsOf("genting"), []);
    assert.deepEqual(board.sensorsOf("genting"), []);
  });

  it("shows the worst hourly index, and the day's only where there is no hour's", () => {
    const index = (sensor, period, aqi) => indexRow({ sensor, period, aqi });
    const board = boardWith({ aqi: [index("a", "24h", 300), index("a", "1h", null), index("b", "1h", 40)] });
    assert.equal(board.indexOf("genting").aqi, 40);
    assert.equal(boardWith({ aqi: [index("a", "24h", 90)] }).indexOf("genting").aqi, 90);
    assert.equal(boardWith().indexOf("genting"), null);
  });

  it("keeps nothing of the picture before", () => {
    const board = boardWith({ verdicts: [verdict("exceed")] });
    board.load({ venues: [], sensors: [], latest: [], verdicts: [], aqi: [] });
    assert.deepEqual(board.verdictsOf("genting"), []);
    assert.equal(board.latest("air.pm25"), null);
  });
});

describe("a remark", () => {
  it("puts what is wrong with a reading before how it stands", () => {
    assert.equal(remarkOn({ quality: "implausible" }, true, "exceed"), "stale");
    assert.equal(remarkOn({ quality: "implausible" }, false, "exceed"), "implausible");
    assert.equal(remarkOn({ quality: "good" }, false, "exceed"), "exceed");
  });
});

describe("what the standards say", () => {
  it("goes when no rule gives it any more", () => {
    const told = { verdicts: [verdict("exceed")], aqi: [indexRow()], sections: [sectionRow({ venue: "genting" })], stagnation: [stagnationRow()] };
    const board = boardWith(told);
    board.ended(Object.values(told).map(([{ key }]) => key));
    assert.equal(board.stateOf("genting").status, "none");
    assert.equal(board.indexOf("genting"), null);
    assert.deepEqual(board.sectionsOf("genting"), []);
    assert.equal(board.stagnationOf("genting"), null);
  });

  it("is renewed by key", () => {
    const board = boardWith({ sections: [sectionRow()], stagnation: [stagnationRow()] });
    board.sections([sectionRow({ class: "III", status: "pass" }), sectionRow({ period: "month" })]);
    board.stagnations([stagnationRow({ stagnant: false })]);
    assert.deepEqual(board.sectionsOf("river").map((section) => section.class), ["III", "IV"]);
    assert.equal(board.stagnationOf("genting").stagnant, false);
  });

  it("leads with the Chinese index, however high another one is", () => {
    const board = boardWith({ aqi: [indexRow({ standard: "epa-aqi-2024", aqi: 151 }), indexRow({ standard: "hj633-2012", aqi: 80 })] });
    assert.equal(board.indexOf("genting").aqi, 80);
    assert.deepEqual(board.indicesOf("genting").map(({ aqi }) => aqi), [80, 151]);
    assert.equal(boardWith({ aqi: [indexRow({ standard: "epa-aqi-2024" })] }).indexOf("genting"), null);
  });

  it("leaves advice and whole years out of how things stand now", () => {
    const year = { period: "year", from: 0, to: 365 * 24 * 3_600_000 };
    const board = boardWith({
      verdicts: [verdict("pass"), verdict("exceed", { standard: "who-2021", advisory: true }), verdict("insufficient", year)],
      sections: [sectionRow({ venue: "genting", period: "month", from: 0, to: 28 * 24 * 3_600_000 })],
    });
    assert.equal(board.stateOf("genting").status, "pass");
    assert.equal(board.stateOf("genting").total, 1);
    assert.equal(board.statusOf(board.latest("air.pm25")), "pass");
    assert.equal(board.verdictsOf("genting").length, 3);
    assert.equal(tightest(board.verdictsOn("air.pm25")).standard, "gb3095-2026");
  });

  it("lets a water class count for the venue's state", () => {
    const board = boardWith({ sections: [sectionRow()] });
    assert.equal(board.stateOf("river").status, "exceed");
    assert.equal(board.stateOf("river").total, 0);
    board.sections([sectionRow({ status: "insufficient", class: null })]);
    assert.equal(board.stateOf("river").status, "insufficient");
  });

  it("knows its documents through a new picture", () => {
    const board = boardWith();
    board.learn([{ id: "gb", title: { en: "GB" } }]);
    board.load({});
    assert.equal(board.standard("gb").title.en, "GB");
    assert.equal(board.standard("x"), null);
  });
});

describe("of several verdicts", () => {
  it("a figure shows the worst, and of equals the quicker period", () => {
    const told = [verdict("pass", { period: "year" }), verdict("pass", { period: "1h" }), verdict("stale", { period: "10min" })];
    assert.equal(tightest(told).period, "1h");
    assert.equal(tightest([...told, verdict("warn", { period: "24h" })]).period, "24h");
    assert.equal(tightest([]), null);
  });

  it("a curve is held against the limits of hours and days, those of the year only where there is no other", () => {
    const year = verdict("insufficient", { period: "year" });
    assert.deepEqual(limitsFor([year, verdict("pass"), verdict("pass", { period: "1h" })]).map(({ period }) => period), ["1h", "24h"]);
    assert.deepEqual(limitsFor([year]), [year]);
  });

  it("a list has those of one standard and class together, broken ones first", () => {
    const told = rulings([verdict("pass"), verdict("exceed", { standard: "who-2021", class: "aqg" }), verdict("insufficient", { period: "1h" })]);
    assert.deepEqual(told.map(({ standard, status }) => [standard, status]), [["who-2021", "exceed"], ["gb3095-2026", "partial"]]);
  });

  it("a competition goes by the mast that stands worst", () => {
    const told = sportOf([sportRow({ series: "a.temperature", status: "pass" }), sportRow({ series: "b.temperature", status: "exceed" }), verdict("exceed")]);
    assert.deepEqual(told.map(({ series }) => series), ["b.temperature"]);
  });

  it("a section is named by the day's class, or by the month's while the day's is not known", () => {
    const month = sectionRow({ period: "month", class: "III" });
    assert.equal(leadingSection([month, sectionRow()]).period, "24h");
    assert.equal(leadingSection([month, sectionRow({ class: null })]).period, "month");
    assert.equal(leadingSection([]), null);
  });
});
