/** One series over time: mean with its min–max band, limits as labelled lines, gaps left open, growing live. */
import { isDayStep, timeTicks } from "./axis.js";
import { setAttribute, setText, speak, stamp } from "./dom.js";
import { prettyUnit, zoneOffset } from "./format.js";
import { chartOf } from "./plot.js";
import { limitsFor } from "./rules.js";
import { Trace } from "./trace.js";

const POINTS = 600;
const SMALL_SCREEN_POINTS = 300;
const REFRESH_SHARE = 1 / 800;
const MOST_LIMITS = 3;

/**
 * @param row the series' newest row
 * @param frame {span}: so much of the past (ms), moving with the clock; or {from, to, marked}: a time that stays, and a part of it
 * @param history (series, from, to, points, {signal}) → promise of traces
 */
export function mountTrend(parent, { row, sensor, frame, onRemove }, kit) {
  const { phrases, format, text, clock, history } = kit;
  const edges = (now) => (frame.span ? { from: now - frame.span, to: now } : { from: frame.from, to: frame.to });
  const span = frame.span ?? frame.to - frame.from;
  const isDirection = row.quantity === "wind_direction";
  const { root, part } = stamp("trend", parent);
  speak(root, text);
  const trace = new Trace({ span: frame.span ?? Infinity, every: sensor?.every_ms, keepsLast: isDirection, resolution: Math.max(1000, span / POINTS) });
  const plot = chartOf(part("canvas"), { isDirection, quantity: row.quantity, unit: prettyUnit(row.unit) }, kit);
  const leaving = new AbortController();
  let isDirty = true;
  let drawnAt = 0;
  part("remove").addEventListener("click", onRemove);

  const note = (key) => {
    part("note").hidden = key === null;
    if (key) setText(part("note"), text.say(key));
  };
  const load = async () => {
    const { from, to } = edges(clock.now());
    const points = globalThis.innerWidth < 700 ? SMALL_SCREEN_POINTS : POINTS;
    try {
      const [past] = await history([row.series], from, to, points, { signal: leaving.signal });
      if (past) trace.load(past.points, past.resolution_ms);
      isDirty = true;
      note(trace.length === 0 ? "trend.empty" : null);
    } catch (error) {
      if (!leaving.signal.aborted) note("trend.failed");
    }
  };
  if (plot) load();
  else note("trend.noChart");

  return {
    root,
    load,
    show(latest) {
      setText(part("name"), phrases.quantity(row.quantity));
      setText(part("sensor"), kit.sensorName(sensor, row.sensor));
      setText(part("value"), format.value(row.quantity, latest?.value));
      setText(part("unit"), prettyUnit(row.unit));
      setAttribute(part("canvas"), "aria-label", text.say("trend.alt", { what: phrases.quantity(row.quantity), value: phrases.measured(row.quantity, latest?.value, row.unit) }));
    },
    add({ t, value, quality }) {
      if (quality === "implausible" || quality === "maintenance") return;
      if (frame.to && t >= frame.to) return;
      if (trace.add(t, value)) isDirty = true;
      if (trace.length === 1) note(null);
    },
    draw(now, verdicts) {
      if (!plot || (!isDirty && Math.abs(now - drawnAt) < span * REFRESH_SHARE)) return;
      trace.trim(now);
      const { from, to } = edges(now);
      const axis = timeTicks(from, to, plot.width < 480 ? 4 : 8, zoneOffset(format.zone, now));
      const label = isDayStep(axis.step) ? format.day : format.hour;
      plot.draw({ buckets: trace.withGaps(), from, to, ticks: axis.ticks, label, limits: limitsOf(verdicts, phrases), marked: frame.marked ?? null });
      isDirty = false;
      drawnAt = now;
    },
    close() {
      leaving.abort();
      part("remove").removeEventListener("click", onRemove);
      plot?.close();
      root.remove();
    },
  };
}

/** Each end of each bound once, with its period beside it, and whose it is where several standards have one. */
function limitsOf(verdicts, phrases) {
  const seen = new Map();
  const isContested = new Set(verdicts.map(({ standard }) => standard)).size > 1;
  for (const { min, max, unit, period, standard } of limitsFor(verdicts)) {
    const ends = [{ value: max, max }, { value: min, min }].filter(({ value }) => typeof value === "number");
    for (const { value, ...end } of ends) {
      const key = `${value}/${period}`;
      const words = phrases.limitWithPeriod({ ...end, unit, period });
      if (!seen.has(key)) seen.set(key, { value, label: isContested ? `${phrases.standard(standard)}: ${words}` : words });
    }
  }
  return [...seen.values()].slice(0, MOST_LIMITS);
}
