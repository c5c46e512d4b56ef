/** What the screen knows: the newest reading per series, verdicts and indices. Pure: no DOM, no clock, no network. */

const WORST_FIRST = ["exceed", "warn", "stale", "insufficient", "pass"];
const UNKNOWN_EVERY_STALE_MS = 15 * 60_000;
const CATCHING_UP_MS = 4_000;

/** The status that a person must see first; "none" where nothing is judged. */
export function worst(statuses) {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? "none";
}

/**
 * How a series or a venue stands, said to a person across the room. A broken or near limit comes first. "partial": whatever could
 * be judged is met, but not everything could. Only where nothing at all is known to be met do "stale" and "insufficient" speak.
 */
export function standing(statuses) {
  const top = worst(statuses);
  if (top === "exceed" || top === "warn" || !statuses.includes("pass")) return top;
  return statuses.every((status) => status === "pass") ? "pass" : "partial";
}

/** How a limit binds, as its outcome shows: "upper", "lower", or null where no value was judged. */
export function bindingOf({ value, limit, status }) {
  if (value === null || value === undefined || value === limit) return null;
  if (status !== "pass" && status !== "warn" && status !== "exceed") return null;
  const above = value > limit;
  return above === (status === "exceed") ? "upper" : "lower";
}

export class Board {
  kiosk = null;
  status = { feed: "connected", store: "good" };
  venues = [];
  #sensors = new Map();
  #latest = new Map();
  #verdicts = new Map();
  #indices = new Map();
  #pastHeard = null;

  /** Takes a whole picture; nothing of the one before remains. */
  load(snapshot) {
    this.kiosk = snapshot.kiosk ?? null;
    this.status = snapshot.status ?? this.status;
    this.venues = snapshot.venues ?? [];
    this.#sensors = new Map((snapshot.sensors ?? []).map((sensor) => [sensor.id, sensor]));
    this.#latest = new Map((snapshot.latest ?? []).map((row) => [row.series, { ...row }]));
    this.#verdicts = new Map((snapshot.verdicts ?? []).map((verdict) => [verdictKey(verdict), verdict]));
    this.#indices = new Map((snapshot.aqi ?? []).map((index) => [indexKey(index), index]));
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

  verdicts(verdicts) {
    for (const verdict of verdicts) this.#verdicts.set(verdictKey(verdict), verdict);
  }

  indices(indices) {
    for (const index of indices) this.#indices.set(indexKey(index), index);
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
    return [...this.#verdicts.values()]
      .filter((verdict) => verdict.venue === venueId)
      .sort((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status));
  }

  verdictsOn(series) {
    return [...this.#verdicts.values()].filter((verdict) => verdict.series === series);
  }

  /** How a series stands; what the server said with the reading where no verdict is at hand. */
  statusOf(row) {
    const judged = standing(this.verdictsOn(row.series).map((verdict) => verdict.status));
    return judged === "none" ? (row.verdict ?? "none") : judged;
  }

  /** @returns {{status: string, counts: object, total: number, reasons: object[]}} reasons: the verdicts that make it so */
  stateOf(venueId) {
    const verdicts = this.verdictsOf(venueId);
    const status = standing(verdicts.map((verdict) => verdict.status));
    const counts = {};
    for (const verdict of verdicts) counts[verdict.status] = (counts[verdict.status] ?? 0) + 1;
    return { status, counts, total: verdicts.length, reasons: verdicts.filter((verdict) => verdict.status === status) };
  }

  /** The venue's worst index of the hour, else of the day; null where it has no air station. */
  indexOf(venueId) {
    const here = this.indicesOf(venueId);
    const hourly = here.filter((index) => index.period === "1h");
    const candidates = hourly.length > 0 ? hourly : here;
    return candidates.reduce((top, index) => (top === null || (index.aqi ?? -1) > (top.aqi ?? -1) ? index : top), null);
  }

  indicesOf(venueId) {
    return [...this.#indices.values()].filter((index) => index.venue === venueId);
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

/**
 * The one remark a value carries: what is wrong with the reading before how it stands against a limit.
 * @returns {"stale"|"implausible"|"maintenance"|"suspect_clock"|"late"|"exceed"|"warn"|"partial"|"pass"|"insufficient"|"none"}
 */
export function remarkOn(row, isStale, status) {
  if (isStale) return "stale";
  if (row.quality && row.quality !== "good") return row.quality;
  return status;
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

const verdictKey = ({ standard, period, series }) => `${standard}/${period}/${series}`;
const indexKey = ({ sensor, period }) => `${sensor}/${period}`;
