import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { timeTicks } from "../../../web/js/axis.js";
import { compassOf, decimalsOf, Format, prettyUnit, zoneOffset } from "../../../web/js/format.js";

const T = Date.UTC(2026, 1, 3, 20, 30, 15);
const plain = (words) => words.replace(/[\u00a0\u202f]/g, " ");

describe("a number", () => {
  it("is written as its reader writes it, with a real minus", () => {
    assert.equal(new Format("en").value("visibility", 12400), "12,400");
    assert.equal(plain(new Format("fr").value("visibility", 12400)), "12 400");
    assert.equal(new Format("fr").value("temperature", -9.04), "−9,0");
    assert.equal(new Format("en").value("temperature", -0.02), "0.0");
  });

  it("is a dash where there is none", () => {
    assert.equal(new Format("zh").value("pm25", null), "–");
    assert.equal(new Format("zh").value("pm25", NaN), "–");
  });

  it("keeps the decimals of a limit", () => {
    assert.equal(new Format("en").limit(0.2), "0.2");
    assert.equal(new Format("en").limit(75), "75");
    assert.equal(new Format("en").limit(0.00005), "0.00005");
  });

  it("has the decimals that its quantity has on the server", () => {
    const java = readFileSync(new URL("../../main/java/ridgeline/domain/Quantity.java", import.meta.url), "utf8");
    const quantities = [...java.matchAll(/^ {4}([A-Z0-9_]+)\("([^"]+)", (\d)\)/gm)];
    assert.ok(quantities.length > 30);
    for (const [, name, , decimals] of quantities) assert.equal(decimalsOf(name.toLowerCase()), Number(decimals), name);
  });
});

describe("a unit", () => {
  it("is written as people write it", () => {
    assert.deepEqual(["ug/m3", "degC", "1", "m/s", "uS/cm", "Bq/m3"].map(prettyUnit), ["µg/m³", "°C", "", "m/s", "µS/cm", "Bq/m³"]);
  });
});

describe("an age", () => {
  it("has one unit, the largest that fits", () => {
    const format = new Format("en");
    assert.deepEqual([-5, 12_400, 200_000, 5 * 3_600_000, 80 * 3_600_000].map((age) => format.age(age)), ["0 sec", "12 sec", "3 min", "5 hr", "3 days"]);
    assert.equal(new Format("zh").age(200_000), "3分钟");
    assert.equal(format.age(12_400, "narrow"), "12s");
  });
});

describe("a time", () => {
  it("is that of the kiosk's zone, which is named", () => {
    const format = new Format("en", "Asia/Shanghai");
    assert.equal(format.second(T), "04:30:15");
    assert.equal(format.zoneName(T), "China Standard Time");
    assert.equal(new Format("zh", "Asia/Shanghai").zoneName(T), "中国标准时间");
  });

  it("names the day only where it is another one there", () => {
    const format = new Format("en", "Asia/Shanghai");
    assert.equal(format.moment(T, T + 3_600_000), "04:30");
    assert.match(format.moment(T - 5 * 3_600_000, T), /Feb/);
  });

  it("knows how far the zone is from UTC", () => {
    assert.equal(zoneOffset("Asia/Shanghai", T), 8 * 3_600_000);
    assert.equal(zoneOffset("Europe/Paris", Date.UTC(2026, 6, 1)), 2 * 3_600_000);
  });

  it("has ticks on round times of that zone", () => {
    const offset = 8 * 3_600_000;
    const { ticks } = timeTicks(T - 7 * 86_400_000, T, 8, offset);
    assert.ok(ticks.length >= 6 && ticks.length <= 8);
    for (const tick of ticks) assert.equal((tick + offset) % 86_400_000, 0);
  });
});

describe("a direction", () => {
  it("lies in one of eight parts, north on both sides of zero", () => {
    assert.deepEqual([0, 350, 360, 22.6, 180, -90].map(compassOf), ["n", "n", "n", "ne", "s", "w"]);
  });
});
