/** Which figures stand for a venue, and which of several sensors speaks. Pure. */

const SNOW = ["temperature", "wind_speed", "snow_depth", "visibility", "pm25", "snow_temperature"];
const RIVER = ["ph", "dissolved_oxygen", "codmn", "ammonia_nitrogen", "total_phosphorus", "water_flow", "water_temperature", "turbidity", "cod", "bod5", "conductivity"];
const AIR_AND_ROOM = ["temperature", "pm25", "humidity", "co2", "noise", "pm10", "o3", "no2", "hcho", "tvoc", "so2", "co", "precipitation", "pressure", "solar"];
const SHOWN_WITH_WIND = ["wind_gust", "wind_direction"];
const OF_A_ROOM = ["co2", "hcho", "tvoc"];
const DIAGNOSTIC = ["battery", "signal", "battery_voltage"];
const SEVERITY = { exceed: 2, warn: 1 };

/** Quantities in the order a person looks for them at this kind of place. */
export function orderFor(quantities) {
  const river = quantities.includes("ph") || quantities.includes("dissolved_oxygen");
  const outside = quantities.includes("wind_speed") || quantities.includes("snow_depth");
  return [...new Set([...(river ? RIVER : outside ? SNOW : []), ...AIR_AND_ROOM, ...SNOW, ...RIVER, ...quantities])];
}

/**
 * @param rows newest rows of one venue
 * @returns {{quantity: string, row: object, gust: object|null, direction: object|null, status: string}[]} at most `most`
 */
export function figuresFor(board, rows, now, most = 6) {
  const quantities = [...new Set(rows.map((row) => row.quantity))];
  const hasWind = quantities.includes("wind_speed");
  const figures = orderFor(quantities)
    .filter((quantity) => quantities.includes(quantity) && !DIAGNOSTIC.includes(quantity))
    .filter((quantity) => !(hasWind && SHOWN_WITH_WIND.includes(quantity)))
    .map((quantity) => figureOf(board, rows, quantity, now));
  return promoteWorst(figures, most);
}

/** Charts that a venue opens with: the first things its people ask about. */
export function usualCharts(board, rows, now) {
  const quantities = rows.map((row) => row.quantity);
  const wanted = quantities.includes("ph")
    ? ["ph", "dissolved_oxygen", "ammonia_nitrogen"]
    : ["pm25", "temperature", "wind_speed", "wind_direction"];
  const there = wanted.filter((quantity) => quantities.includes(quantity));
  const chosen = there.length > 0 ? there : orderFor(quantities).filter((quantity) => quantities.includes(quantity)).slice(0, 3);
  return chosen.map((quantity) => speaker(board, rows, quantity, now).series);
}

function figureOf(board, rows, quantity, now) {
  const row = speaker(board, rows, quantity, now);
  const beside = (other) => rows.find((each) => each.sensor === row.sensor && each.quantity === other) ?? null;
  const gust = quantity === "wind_speed" ? beside("wind_gust") : null;
  const direction = quantity === "wind_speed" ? beside("wind_direction") : null;
  const own = board.statusOf(row);
  const status = gust && severity(board.statusOf(gust)) > severity(own) ? board.statusOf(gust) : own;
  return { quantity, row, gust, direction, status };
}

/** Of several sensors the one to show: fresh before stale, trusted before doubtful, then the worst. */
function speaker(board, rows, quantity, now) {
  const rank = (row) =>
    (board.isStale(row, now) ? 0 : 100) + (row.quality === "good" || !row.quality ? 10 : 0) + severity(board.statusOf(row));
  return outsideFirst(rows, quantity).reduce((best, row) => (best === null || rank(row) > rank(best) ? row : best), null);
}

/** What an instrument measures in a room never stands for the weather, not even while the mast outside is silent. */
function outsideFirst(rows, quantity) {
  const rooms = new Set(rows.filter((row) => OF_A_ROOM.includes(row.quantity)).map((row) => row.sensor));
  const all = rows.filter((row) => row.quantity === quantity);
  const outside = all.filter((row) => !rooms.has(row.sensor));
  return outside.length > 0 ? outside : all;
}

/** Places stay put, but an exceedance is never left out for want of room: it takes the last place. */
function promoteWorst(figures, most) {
  const shown = figures.slice(0, most);
  const hidden = figures.slice(most).find((figure) => figure.status === "exceed");
  if (hidden && shown[most - 1].status !== "exceed") shown[most - 1] = hidden;
  return shown;
}

const severity = (status) => SEVERITY[status] ?? 0;
