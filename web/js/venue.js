/** One venue in depth: how it stands and why, its trends, what its sensors say now, and every rule. */
import { usualCharts } from "./figures.js";
import { keyedList, setAttribute, setSymbol, setText, speak, stamp } from "./dom.js";
import { mountIndex, mountState } from "./marks.js";
import { stateWhile } from "./phrases.js";
import { RANGES } from "./route.js";
import { mountSensor } from "./sensor.js";
import { nameIn } from "./text.js";
import { mountTrend } from "./trend.js";
import { mountVerdict } from "./verdict.js";

const MOST_CHARTS = 6;

export function mountVenue(parent, kit, route) {
  const { text, phrases } = kit;
  const { root, part } = stamp("venue", parent);
  speak(root, text);
  const state = mountState(part("state"), kit);
  const venues = keyedList(part("venues"), (venue) => venue.id, (venue, place) => mountVenueLink(place, kit));
  const indices = keyedList(part("indices"), (index) => `${index.sensor} ${index.period}`, (index, place) => mountIndexOf(place, kit));
  const sensors = keyedList(part("sensors"), (sensor) => sensor.id, (sensor, place) => mountSensor(place, kit, toggle));
  const verdicts = keyedList(part("verdicts"), (verdict) => `${verdict.standard} ${verdict.period} ${verdict.series}`, (verdict, place) => mountVerdict(place, kit));
  let range = route.range;
  let chosen = route.charts;
  let board = null;
  const charts = keyedList(part("charts"), (series) => `${series} ${range}`, (series, place) => mountChart(series, place));
  const ranges = Object.keys(RANGES).map((id) => mountRange(id));

  function mountChart(series, place) {
    const row = board.latest(series);
    return adapt(mountTrend(place, { row, sensor: board.sensor(row.sensor), span: RANGES[range], onRemove: () => toggle(series) }, kit), series);
  }
  function mountRange(id) {
    const { root: button } = stamp("range", part("ranges"));
    setText(button, text.say(`range.${id}`));
    button.addEventListener("click", () => {
      range = id;
      kit.keep({ range });
      kit.repaint();
    });
    return { id, button };
  }
  /** Adds a chart or takes it away; the one that was asked for longest ago makes room. */
  function toggle(series) {
    chosen = chosen.includes(series) ? chosen.filter((each) => each !== series) : [series, ...chosen].slice(0, MOST_CHARTS);
    kit.keep({ charts: chosen.join(",") });
    kit.repaint();
  }

  return {
    title: (scene) => nameIn(scene.board.venue(route.venue)?.name, text.language, route.venue),
    show(scene) {
      board = scene.board;
      const stands = stateWhile(scene, board.stateOf(route.venue));
      const rows = board.rowsOf(route.venue);
      if (chosen === null && rows.length > 0) chosen = usualCharts(board, rows, scene.now);
      showHeadline(part, state, stands, scene.now, phrases);
      venues.show(board.venues, route.venue, scene);
      indices.show(board.indicesOf(route.venue), board);
      setAttribute(part("indices"), "hidden", indices.size === 0);
      for (const { id, button } of ranges) setAttribute(button, "aria-pressed", String(id === range));
      charts.show((chosen ?? []).filter((series) => board.latest(series)), scene);
      sensors.show(board.sensorsOf(route.venue), rows, scene, chosen ?? []);
      verdicts.show(board.verdictsOf(route.venue), scene);
      setText(part("tally"), phrases.tally(stands));
    },
    readings(readings) {
      for (const reading of readings) charts.each((chart) => chart.series === reading.series && chart.add(reading));
    },
    draw: ({ now }) => charts.each((chart) => chart.draw(now, board.verdictsOn(chart.series))),
    reload: () => charts.each((chart) => chart.load()),
    close() {
      for (const list of [charts, sensors, verdicts, indices, venues]) list.close();
      root.remove();
    },
  };
}

/** A trend as a member of a keyed list. */
const adapt = (trend, series) => ({
  ...trend,
  series,
  show: (item, { board, now }) => trend.show(now, board.latest(series)),
});

function showHeadline(part, state, stands, now, phrases) {
  const known = stands.lastKnown ?? stands;
  setAttribute(part("headline"), "data-state", stands.status);
  state.show(stands.status);
  const words = phrases.headline(known);
  setText(part("words"), stands.lastKnown ? phrases.text.say("lastKnown", { what: words }) : words);
  const [first] = known.reasons;
  const tells = first && (known.status === "exceed" || known.status === "warn");
  setText(part("since"), tells ? `${phrases.against(first)} · ${phrases.since(first.since, now)}` : phrases.tally(known));
}

function mountVenueLink(parent, { text, addressOf }) {
  const { root, part } = stamp("venue-link", parent);
  return {
    root,
    show(venue, shown, scene) {
      const { status } = stateWhile(scene, scene.board.stateOf(venue.id));
      setAttribute(root, "href", addressOf({ venue: venue.id, charts: null }));
      setAttribute(root, "aria-current", venue.id === shown ? "page" : null);
      setAttribute(root, "data-state", status);
      setSymbol(part("mark"), status);
      setText(part("name"), nameIn(venue.name, text.language, venue.id));
    },
    close: () => root.remove(),
  };
}

function mountIndexOf(parent, kit) {
  const index = mountIndex(parent, kit);
  return {
    ...index,
    show(shown, board) {
      index.show(shown);
      const where = kit.sensorName(board.sensor(shown.sensor), shown.sensor);
      index.explain([kit.phrases.period(shown.period), where, kit.phrases.standard(shown.standard)].join(" · "));
    },
  };
}
