/** What the address asks for, and addresses that keep what was asked. Pure. */

export const RANGES = { "1h": 3_600_000, "6h": 21_600_000, "24h": 86_400_000, "7d": 604_800_000, "30d": 2_592_000_000 };
export const USUAL_RANGE = "6h";

/** @returns {{view: "overview"|"venue"|"wall", venue: string|null, language: string|null, range: string, charts: string[]|null, window: {from: number, to: number}|null}} */
export function readRoute(search) {
  const asked = new URLSearchParams(search);
  const venue = asked.get("venue");
  const range = asked.get("range");
  return {
    view: asked.has("kiosk") ? "wall" : venue ? "venue" : "overview",
    venue,
    language: asked.get("lang"),
    range: Object.hasOwn(RANGES, range ?? "") ? range : USUAL_RANGE,
    window: windowIn(asked.get("window")),
    charts: asked.has("charts") ? asked.get("charts").split(",").filter(Boolean) : null,
  };
}

/** "from-to" in epoch ms. */
function windowIn(words) {
  const [from, to] = (/^(\d{1,15})-(\d{1,15})$/.exec(words ?? "") ?? []).slice(1).map(Number);
  return from < to ? { from, to } : null;
}

/** The same address with some parameters set, or taken away where the value is null. */
export function withParameters(search, changes) {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const query = next.toString().replaceAll("%2C", ",").replace(/(^|&)kiosk=(&|$)/, "$1kiosk$2");
  return query ? `?${query}` : "./";
}
