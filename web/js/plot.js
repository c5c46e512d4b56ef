/** The only file that knows Chart.js: a chart of one trace, drawn anew with what it is given. */

const ZERO_BASED = new Set([
  "pm25", "pm10", "so2", "no2", "o3", "co", "hcho", "tvoc", "wind_speed", "wind_gust", "precipitation", "solar",
  "visibility", "codmn", "cod", "bod5", "ammonia_nitrogen", "total_phosphorus", "turbidity", "water_flow",
]);
const QUARTERS = { 0: "n", 90: "e", 180: "s", 270: "w", 360: "n" };

/** @returns {{draw, close, width}|null} null when Chart.js did not arrive */
export function chartOf(canvas, { isDirection, quantity, unit }, kit) {
  const { Chart } = globalThis;
  if (!Chart) return null;
  const colour = tokens(canvas);
  const scene = { limits: [], ticks: [], label: String, marked: null };
  const chart = new Chart(canvas, {
    type: "line",
    data: { datasets: isDirection ? [dots(colour)] : [edge(colour, "+1"), edge(colour, false), line(colour)] },
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      spanGaps: false,
      font: letters(colour),
      layout: { padding: { top: 6, right: 2 } },
      interaction: { mode: "nearest", axis: "x", intersect: false },
      scales: { x: timeScale(scene, colour), y: isDirection ? compassScale(kit, colour) : valueScale(quantity, kit, colour) },
      plugins: { legend: { display: false }, tooltip: tooltip(quantity, unit, kit, colour) },
    },
    plugins: [markedTime(scene, colour), limitLines(scene, colour)],
  });
  return {
    get width() {
      return chart.width;
    },
    draw({ buckets, from, to, ticks, label, limits, marked = null }) {
      Object.assign(scene, { ticks, label, limits, marked });
      chart.data.datasets.forEach((dataset, place) => {
        const column = isDirection ? 2 : [3, 1, 2][place];
        dataset.data = buckets.map((bucket, index) => pointOf(bucket, buckets[index - 1], column));
      });
      Object.assign(chart.options.scales.x, { min: from, max: to });
      if (!isDirection) Object.assign(chart.options.scales.y, reach(quantity, limits));
      chart.update("none");
    },
    close: () => chart.destroy(),
  };
}

const pointOf = (bucket, before, column) =>
  bucket ? { x: bucket[0], y: bucket[column], bucket } : { x: before[0] + 1, y: null, bucket: null };

function tokens(canvas) {
  const style = getComputedStyle(canvas);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    line: token("trend-line"), band: token("trend-band"), grid: token("hairline"), words: token("ink-soft"),
    limit: token("limit-line"), marked: token("marked"), sheet: token("sheet"), ink: token("ink"), font: style.fontFamily,
    size: Math.round(0.75 * parseFloat(getComputedStyle(document.documentElement).fontSize)),
  };
}

/** Letters of a chart grow with those of the page. */
const letters = ({ font, size }) => ({ family: font, size });

const line = (colour) => ({ data: [], borderColor: colour.line, borderWidth: 2, pointRadius: 0, pointHitRadius: 12, tension: 0 });
const edge = (colour, fill) => ({ data: [], borderWidth: 0, pointRadius: 0, pointHitRadius: 0, fill, backgroundColor: colour.band });
const dots = (colour) => ({ data: [], showLine: false, pointRadius: 1.8, pointHitRadius: 8, pointBackgroundColor: colour.line, pointBorderWidth: 0 });

const timeScale = (scene, colour) => ({
  type: "linear",
  afterBuildTicks: (axis) => {
    axis.ticks = scene.ticks.map((value) => ({ value }));
  },
  ticks: { color: colour.words, maxRotation: 0, autoSkip: false, callback: (t) => scene.label(t), font: letters(colour) },
  grid: { color: colour.grid },
  border: { display: false },
});

const valueScale = (quantity, { format }, colour) => ({
  ticks: { color: colour.words, maxTicksLimit: 6, font: letters(colour), callback: (value) => format.limit(value) },
  grid: { color: colour.grid },
  border: { display: false },
});

const compassScale = ({ text }, colour) => ({
  min: 0,
  max: 360,
  ticks: { color: colour.words, stepSize: 90, font: letters(colour), callback: (value) => text.say(`compass.${QUARTERS[value]}`) },
  grid: { color: colour.grid },
  border: { display: false },
});

/** The limits belong in the picture with room for their words, and what starts at nothing is drawn from nothing. */
function reach(quantity, limits) {
  const values = limits.map(({ value }) => value);
  if (ZERO_BASED.has(quantity)) values.push(0);
  if (values.length === 0) return {};
  const low = Math.min(...values);
  const high = Math.max(...values);
  return { suggestedMin: low, suggestedMax: high + (high - low) * 0.1 };
}

function tooltip(quantity, unit, { format, phrases, text }, colour) {
  const measured = (value) => phrases.measured(quantity, value, unit);
  return {
    filter: (item) => item.datasetIndex === item.chart.data.datasets.length - 1,
    displayColors: false,
    backgroundColor: colour.sheet,
    titleColor: colour.ink,
    bodyColor: colour.ink,
    borderColor: colour.grid,
    borderWidth: 1,
    padding: 10,
    callbacks: {
      title: ([item]) => (item ? format.full(item.raw.x) : ""),
      label: (item) => measured(item.raw.y),
      afterLabel: (item) => {
        const [, min, , max, n] = item.raw.bucket;
        return n > 1 && quantity !== "wind_direction" ? text.say("trend.band", { min: measured(min), max: measured(max) }) : "";
      },
    },
  };
}

/** Lights up the time that a verdict was judged on. */
const markedTime = (scene, colour) => ({
  id: "marked",
  beforeDatasetsDraw({ ctx, chartArea, scales }) {
    if (!scene.marked) return;
    const left = Math.max(chartArea.left, scales.x.getPixelForValue(scene.marked.from));
    const right = Math.min(chartArea.right, scales.x.getPixelForValue(scene.marked.to));
    ctx.save();
    ctx.fillStyle = colour.marked;
    ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
    ctx.restore();
  },
});

/** Draws each limit as a dashed line with its words at the right end. */
const limitLines = (scene, colour) => ({
  id: "limits",
  afterDatasetsDraw({ ctx, chartArea, scales }) {
    for (const { value, label } of scene.limits) {
      const y = scales.y.getPixelForValue(value);
      if (y < chartArea.top - 1 || y > chartArea.bottom + 1) continue;
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = colour.limit;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([7, 5]);
      ctx.beginPath();
      ctx.moveTo(chartArea.left, y);
      ctx.lineTo(chartArea.right, y);
      ctx.stroke();
      ctx.font = `600 ${colour.size}px ${colour.font}`;
      ctx.textAlign = "right";
      ctx.textBaseline = y - chartArea.top < 18 ? "top" : "bottom";
      ctx.fillText(label, chartArea.right - 4, ctx.textBaseline === "top" ? y + 4 : y - 4);
      ctx.restore();
    }
  },
});
