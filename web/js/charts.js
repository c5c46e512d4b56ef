/** The charts of a venue: which series, over which time, or the very window that a verdict was judged on. */
import { keyedList, setAttribute, setText, stamp } from "./dom.js";
import { usualCharts } from "./figures.js";
import { RANGES } from "./route.js";
import { mountTrend } from "./trend.js";

const MOST_CHARTS = 6;
const LEAST_BESIDE_MS = 30 * 60_000;

/** The window with something of before and after it, so that it can be recognised. */
export function frameAround({ from, to }, now) {
  const beside = Math.max(LEAST_BESIDE_MS, (to - from) / 4);
  return { from: from - beside, to: Math.max(from, Math.min(now, to + beside)), marked: { from, to } };
}

export function mountCharts({ charts: place, ranges: rangePlace, window: words }, kit, route) {
  const { text, format } = kit;
  let { range, charts: chosen, window } = route;
  let board = null;
  let now = 0;
  const charts = keyedList(place, (series) => `${series} ${window ? `${window.from}-${window.to}` : range}`, mountChart);
  const ranges = Object.keys(RANGES).map(mountRange);

  function mountChart(series, parent) {
    const row = board.latest(series);
    const frame = window ? frameAround(window, now) : { span: RANGES[range] };
    const trend = mountTrend(parent, { row, sensor: board.sensor(row.sensor), frame, onRemove: () => toggle(series) }, kit);
    return { ...trend, series, show: () => trend.show(board.latest(series)) };
  }
  function mountRange(id) {
    const { root } = stamp("range", rangePlace);
    setText(root, text.say(`range.${id}`));
    root.addEventListener("click", () => choose({ range: id, window: null }));
    return { id, root };
  }
  function choose(next) {
    ({ range, chosen, window } = { range, chosen, window, ...next });
    kit.keep({ range, charts: (chosen ?? []).join(","), window: window ? `${window.from}-${window.to}` : null });
    kit.repaint();
  }
  /** Adds a chart or takes it away; the one that was asked for longest ago makes room. */
  function toggle(series) {
    const without = (chosen ?? []).filter((each) => each !== series);
    choose({ chosen: chosen?.includes(series) ? without : [series, ...without].slice(0, MOST_CHARTS) });
  }

  return {
    toggle,
    /** Shows one series over the window of a verdict, first of all charts. */
    look(series, { from, to }) {
      const without = (chosen ?? []).filter((each) => each !== series);
      choose({ chosen: [series, ...without].slice(0, MOST_CHARTS), window: { from, to } });
      place.firstElementChild?.scrollIntoView({ block: "center" });
    },
    get chosen() {
      return chosen ?? [];
    },
    show(scene, rows) {
      ({ board, now } = scene);
      if (chosen === null && rows.length > 0) chosen = usualCharts(board, rows, now);
      for (const { id, root } of ranges) setAttribute(root, "aria-pressed", String(!window && id === range));
      words.hidden = !window;
      if (window) setText(words, text.say("trend.window", format.window(window, now)));
      charts.show((chosen ?? []).filter((series) => board.latest(series)));
    },
    readings(readings) {
      for (const reading of readings) charts.each((chart) => chart.series === reading.series && chart.add(reading));
    },
    draw: (scene) => charts.each((chart) => chart.draw(scene.now, scene.board.verdictsOn(chart.series))),
    reload: () => charts.each((chart) => chart.load()),
    close: () => charts.close(),
  };
}
