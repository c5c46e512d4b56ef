import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Board } from "../../../web/js/board.js";
import { figuresFor, usualCharts } from "../../../web/js/figures.js";

const NOW = 1_000_000;
const boardOf = (quantities, { verdicts = [], more = [] } = {}) => {
  const board = new Board();
  const row = (sensor, quantity, t = NOW) => ({ series: `${sensor}.${quantity}`, sensor, venue: "v", quantity, t, value: 1, quality: "good" });
  board.load({
    venues: [{ id: "v" }],
    sensors: ["a", "b"].map((id) => ({ id, venue: "v", every_ms: 1000, state: "active" })),
    latest: [...quantities.map((quantity) => row("a", quantity)), ...more.map(([quantity, t]) => row("b", quantity, t))],
    verdicts: verdicts.map(([series, status]) => ({ key: series, venue: "v", standard: "s", period: "1h", series, status })),
  });
  return board;
};
const shown = (board) => figuresFor(board, board.rowsOf("v"), NOW);
const quantitiesOf = (board) => shown(board).map(({ quantity }) => quantity);

describe("the figures of a venue", () => {
  it("are those of the snow, with gust and direction beside the wind", () => {
    const board = boardOf(["pm25", "battery", "wind_gust", "wind_direction", "wind_speed", "visibility", "snow_depth", "temperature"]);
    assert.deepEqual(quantitiesOf(board), ["temperature", "wind_speed", "snow_depth", "visibility", "pm25"]);
    const wind = shown(board)[1];
    assert.equal(wind.gust.series, "a.wind_gust");
    assert.equal(wind.direction.series, "a.wind_direction");
  });

  it("are those of the water at a river section", () => {
    const board = boardOf(["turbidity", "water_flow", "total_phosphorus", "ammonia_nitrogen", "codmn", "dissolved_oxygen", "ph"]);
    assert.deepEqual(quantitiesOf(board), ["ph", "dissolved_oxygen", "codmn", "ammonia_nitrogen", "total_phosphorus", "water_flow"]);
  });

  it("come from the worst of several fresh sensors, and from a fresh one before a stale one", () => {
    const worse = boardOf(["wind_speed"], { more: [["wind_speed", NOW]], verdicts: [["b.wind_speed", "exceed"]] });
    assert.equal(shown(worse)[0].row.sensor, "b");
    const old = boardOf(["wind_speed"], { more: [["wind_speed", NOW - 60_000]], verdicts: [["b.wind_speed", "exceed"]] });
    assert.equal(shown(old)[0].row.sensor, "a");
  });

  it("give the last place to an exceedance that would have been left out", () => {
    const quantities = ["temperature", "wind_speed", "snow_depth", "visibility", "pm25", "snow_temperature", "o3"];
    assert.ok(!quantitiesOf(boardOf(quantities)).includes("o3"));
    assert.equal(quantitiesOf(boardOf(quantities, { verdicts: [["a.o3", "exceed"]] })).at(-1), "o3");
  });

  it("carry a gust's exceedance", () => {
    const board = boardOf(["wind_speed", "wind_gust"], { verdicts: [["a.wind_gust", "exceed"], ["a.wind_speed", "pass"]] });
    assert.equal(shown(board)[0].status, "exceed");
  });
});

describe("the charts a venue opens with", () => {
  it("are air, temperature and wind, or the water's", () => {
    const snow = boardOf(["humidity", "wind_direction", "wind_speed", "temperature", "pm25"]);
    assert.deepEqual(usualCharts(snow, snow.rowsOf("v"), NOW), ["a.pm25", "a.temperature", "a.wind_speed", "a.wind_direction"]);
    const river = boardOf(["ph", "ammonia_nitrogen", "temperature"]);
    assert.deepEqual(usualCharts(river, river.rowsOf("v"), NOW), ["a.ph", "a.ammonia_nitrogen"]);
    const room = boardOf(["noise", "co2"]);
    assert.deepEqual(usualCharts(room, room.rowsOf("v"), NOW), ["a.co2", "a.noise"]);
  });

  it("never takes a room for the weather, not even while the mast is silent", () => {
    const board = boardOf(["co2", "temperature"], { more: [["temperature", NOW - 60_000], ["wind_speed", NOW]] });
    const temperature = shown(board).find(({ quantity }) => quantity === "temperature");
    assert.equal(temperature.row.series, "b.temperature");
  });
});
