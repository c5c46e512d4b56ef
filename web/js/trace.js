/** A bounded piece of one series' past, growing at its end: buckets of [t, min, avg, max, n]. Pure. */

const MOST_BUCKETS = 2_000;

export class Trace {
  #buckets = [];
  #resolution;
  #every;
  #span;
  #keepsLast;

  /**
   * @param span how much of the past is kept (ms)
   * @param every the sensor's expected interval (ms), null when unknown
   * @param keepsLast a direction is not averaged: a bucket shows its newest value
   */
  constructor({ span, every = null, keepsLast = false, resolution = 60_000 }) {
    this.#span = span;
    this.#every = every;
    this.#keepsLast = keepsLast;
    this.#resolution = resolution;
  }

  load(points, resolution) {
    this.#resolution = Math.max(1, resolution || this.#resolution);
    this.#buckets = points.slice(-MOST_BUCKETS).map((point) => [...point]);
  }

  /** Takes a reading into its bucket; one that is older than the last bucket waits for the next load. */
  add(t, value) {
    const last = this.#buckets.at(-1);
    const start = Math.floor(t / this.#resolution) * this.#resolution;
    const lastStart = last ? Math.floor(last[0] / this.#resolution) * this.#resolution : -Infinity;
    if (start < lastStart) return false;
    if (start === lastStart) this.#merge(last, value);
    else this.#buckets.push([start, value, value, value, 1]);
    if (this.#buckets.length > MOST_BUCKETS) this.#buckets.shift();
    return true;
  }

  #merge(bucket, value) {
    const [, min, avg, max, n] = bucket;
    bucket[1] = Math.min(min, value);
    bucket[2] = this.#keepsLast ? value : (avg * n + value) / (n + 1);
    bucket[3] = Math.max(max, value);
    bucket[4] = n + 1;
  }

  /** Forgets what has left the window. */
  trim(now) {
    const first = this.#buckets.findIndex((bucket) => bucket[0] >= now - this.#span);
    if (first > 0) this.#buckets.splice(0, first);
    else if (first < 0) this.#buckets.length = 0;
  }

  get length() {
    return this.#buckets.length;
  }

  get last() {
    return this.#buckets.at(-1) ?? null;
  }

  /** Neighbours further apart than this have a gap between them, which no line may cross. */
  get gap() {
    return Math.max(3 * (this.#every ?? 0), 2.5 * this.#resolution);
  }

  /** The buckets with `null` wherever a gap lies. */
  withGaps() {
    const shown = [];
    for (const bucket of this.#buckets) {
      const before = shown.at(-1);
      if (before && bucket[0] - before[0] > this.gap) shown.push(null);
      shown.push(bucket);
    }
    return shown;
  }
}

/** SVG path data of a trace in a box of width × height; every gap lifts the pen. */
export function pathOf(bucketsWithGaps, { from, to, low, high, width, height }) {
  let pen = "M";
  let path = "";
  const x = (t) => round(((t - from) / (to - from || 1)) * width);
  const y = (value) => round(height - ((value - low) / (high - low || 1)) * height);
  for (const bucket of bucketsWithGaps) {
    if (bucket === null) {
      pen = "M";
      continue;
    }
    path += `${pen}${x(bucket[0])} ${y(bucket[2])}`;
    pen = "L";
  }
  return path;
}

const round = (value) => Math.round(value * 10) / 10;
