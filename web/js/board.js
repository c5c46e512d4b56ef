/** What the screen knows: the newest reading per series and what the standards say. Pure: no DOM, no clock, no network. */
import { byGravity, countsNow, isHeadline } from "./rules.js";
import { standing } from "./status.js";

const UNKNOWN_EVERY_STALE_MS = 15 * 60_000;
const CATCHING_UP_MS = 4_000;

export class Board {
  kiosk = null;
  status = { feed: "connected", store: "good" };
  venues = [];
  #sensors = new Map();
  #latest = new Map();
  #standards = new Map();
  #verdicts = new Map();
  #indices = new Map();
  #sections = new Map();
  #stagnations = new Map();
  #pastHeard = null;

  /** Takes a whole picture; nothing of the one before remains. */
  load(snapshot) {
    this.kiosk = snapshot.kiosk ?? null;
    this.status = snapshot.status ?? this.status;
    this.venues = snapshot.venues ?? [];
    this.#sensors = new Map((snapshot.sensors ?? []).map((sensor) => [sensor.id, sensor]));
    this.#latest = new Map((snapshot.latest ?? []).map((row) => [row.series, { ...row }]));
    this.#verdicts = byKey(snapshot.verdicts);
    this.#indices = byKey(snapshot.aqi);
    this.#sections = byKey(snapshot.sections);
    this.#stagnations = byKey(snapshot.stagnation);
  }

  /**
   * @param heard when they came, in ms of any clock that does not jump
   * @returns {object[]} the readings that are newer than, or correct, what was shown
   */
  readings(readings, now = 0, heard = 0) {
    const past = readings.filter((reading) => reading.quality === "late" || now - reading.t > UNKNOWN_EVERY_STALE_MS);
    if (past.length > 0 && 2 * past.length >= readings.length) this.#pastHeard = { heard, t: past.at(-1).t };
    const taken = readings.filter((reading) => this.#isNewer(reading));
    for (const reading of taken) {
      const shown = this.#latest.get(reading.series) ?? this.#rowOf(reading.series);
      if (shown) this.#latest.set(reading.series, { ...shown, ...reading, stale: false });
    }
    return taken;
  }

  /** The time up to which the past has come in, while it still does; null when the present is heard. */
  catchingUp(heard) {
    return this.#pastHeard && heard - this.#pastHeard.heard < CATCHING_UP_MS ? this.#pastHeard.t : null;
  }

  verdicts = (verdicts) => keep(this.#verdicts, verdicts);
  indices = (indices) => keep(this.#indices, indices);
  sections = (sections) => keep(this.#sections, sections);
  stagnations = (stagnations) => keep(this.#stagnations, stagnations);

  /** What no rule gives any more is not shown any more. @param keys of verdicts, indices, sections or stagnation */
  ended(keys) {
    const told = [this.#verdicts, this.#indices, this.#sections, this.#stagnations];
    for (const key of keys) for (const rows of told) rows.delete(key);
  }

  /** The documents behind the verdicts; they stay through a new picture. */
  learn(standards) {
    this.#standards = new Map(standards.map((standard) => [standard.id, standard]));
  }

  standard(id) {
    return this.#standards.get(id) ?? null;
  }

  /** What the server says between readings: its state, and the series that went stale. */
  tick({ status, stale = [] }) {
    if (status) this.status = status;
    for (const series of stale) {
      const shown = this.#latest.get(series);
      if (shown) shown.stale = true;
    }
  }

  venue(id) {
    return this.venues.find((venue) => venue.id === id) ?? null;
  }

  /** A sensor by its id, also by one made from a template such as "mast-{device}". */
  sensor(id) {
    const found = this.#sensors.get(id);
    if (found) return found;
    for (const sensor of this.#sensors.values()) {
      const device = deviceIn(sensor.id, id);
      if (device !== null) return { ...sensor, id, name: namedAfter(sensor.name, device) };
    }
    return null;
  }

  latest(series) {
    return this.#latest.get(series) ?? null;
  }

  /** Newest rows of a venue, in the order of its sensors; retired sensors are left out. */
  rowsOf(venueId) {
    return [...this.#latest.values()].filter(
      (row) => row.venue === venueId && this.sensor(row.sensor)?.state !== "retired",
    );
  }

  sensorsOf(venueId) {
    const here = [...this.#sensors.values()].filter((sensor) => sensor.venue === venueId && sensor.state !== "retired");
    const heard = [...new Set([...this.#latest.values()].map((row) => row.sensor))];
    return here.flatMap((sensor) => {
      if (!sensor.id.includes("{")) return [sensor];
      return heard.filter((id) => deviceIn(sensor.id, id) !== null).map((id) => this.sensor(id));
    });
  }

  /** A reading is stale after three expected intervals, or a quarter of an hour where none is known. */
  isStale(row, now) {
    if (row.t === null || row.t === undefined || row.stale) return true;
    const every = this.sensor(row.sensor)?.every_ms;
    return now - row.t > (every ? 3 * every : UNKNOWN_EVERY_STALE_MS);
  }

  verdictsOf(venueId) {
    return here(this.#verdicts, venueId).sort(byGravity);
  }

  verdictsOn(series) {
    return [...this.#verdicts.values()].filter((verdict) => verdict.series === series);
  }

  /** How a series stands now, advice left out; what the server said with the reading where no verdict is at hand. */
  statusOf(row) {
    const judged = standing(this.verdictsOn(row.series).filter(countsNow).map((verdict) => verdict.status));
    return judged === "none" ? (row.verdict ?? "none") : judged;
  }

  /**
   * How a venue stands now, advice left out.
   * @returns {{status: string, counts: object, total: number, reasons: object[]}} reasons: the verdicts and sections that make it so
   */
  stateOf(venueId) {
    const verdicts = this.verdictsOf(venueId).filter(countsNow);
    const judged = [...verdicts, ...this.sectionsOf(venueId).filter(countsNow)];
    const status = standing(judged.map((each) => each.status));
    const counts = {};
    for (const verdict of verdicts) counts[verdict.status] = (counts[verdict.status] ?? 0) + 1;
    return { status, counts, total: verdicts.length, reasons: judged.filter((each) => each.status === status) };
  }

  /** The venue's worst index of the hour, else of the day, by the Chinese standard; null where it has no air station. */
  indexOf(venueId) {
    const chinese = this.indicesOf(venueId).filter(isHeadline);
    const hourly = chinese.filter((index) => index.period === "1h");
    const candidates = hourly.length > 0 ? hourly : chinese;
    return candidates.reduce((top, index) => (top === null || (index.aqi ?? -1) > (top.aqi ?? -1) ? index : top), null);
  }

  /** The Chinese indices first, any other after them. */
  indicesOf(venueId) {
    return here(this.#indices, venueId).sort((a, b) => isHeadline(b) - isHeadline(a));
  }

  sectionsOf(venueId) {
    return here(this.#sections, venueId);
  }

  stagnationOf(venueId) {
    return here(this.#stagnations, venueId)[0] ?? null;
  }

  #isNewer(reading) {
    const shown = this.#latest.get(reading.series);
    return !shown || shown.t === null || shown.t === undefined || reading.t >= shown.t;
  }

  /** A series heard for the first time: its sensor and quantity stand in its id. */
  #rowOf(series) {
    const dot = series.lastIndexOf(".");
    const sensor = this.sensor(series.slice(0, dot));
    return sensor ? { series, sensor: sensor.id, venue: sensor.venue, quantity: series.slice(dot + 1), verdict: null } : null;
  }
}

/** What stands in an id in place of a template's captures, null where the id is not made from it. */
function deviceIn(template, id) {
  if (!template.includes("{")) return null;
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[^\w-]/g, "\\$&"));
  const found = new RegExp(`^${parts.join("([A-Za-z0-9_-]+)")}$`).exec(id);
  return found ? found.slice(1).join(" ") : null;
}

const namedAfter = (names, device) =>
  Object.fromEntries(Object.entries(names ?? {}).map(([language, name]) => [language, `${name} ${device}`]));

const byKey = (rows) => new Map((rows ?? []).map((row) => [row.key, row]));
const here = (rows, venueId) => [...rows.values()].filter((row) => row.venue === venueId);

function keep(shown, rows) {
  for (const row of rows) shown.set(row.key, row);
}
