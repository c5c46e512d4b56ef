/** One venue in depth: how it stands and why, its trends, what its sensors say now, and every rule. */
import { mountAirIndex } from "./airindex.js";
import { mountCharts } from "./charts.js";
import { keyedList, setAttribute, setSymbol, setText, speak, stamp } from "./dom.js";
import { mountState } from "./marks.js";
import { stateWhile } from "./phrases.js";
import { mountRulings } from "./ruling.js";
import { mountSectionPanel } from "./section.js";
import { mountSensor } from "./sensor.js";
import { mountSport } from "./sport.js";
import { mountStagnation } from "./stagnation.js";
import { nameIn } from "./text.js";

export function mountVenue(parent, kit, route) {
  const { text, phrases } = kit;
  const { root, part } = stamp("venue", parent);
  speak(root, text);
  let board = null;
  const explain = (series) => rulings.reveal(series, board.verdictsOf(route.venue));
  const state = mountState(part("state"), kit);
  const venues = keyedList(part("venues"), (venue) => venue.id, (venue, place) => mountVenueLink(place, kit));
  const indices = keyedList(part("indices"), ({ key }) => key, (index, place) => mountAirIndex(place, kit));
  const sections = keyedList(part("sections"), ({ key }) => key, (section, place) => mountSectionPanel(place, kit));
  const sport = mountSport(part("sport"), kit);
  const stagnation = mountStagnation(part("stagnation"), kit);
  const charts = mountCharts({ charts: part("charts"), ranges: part("ranges"), window: part("window") }, kit, route);
  const sensors = keyedList(part("sensors"), ({ id }) => id, (sensor, place) => mountSensor(place, kit, { toggle: charts.toggle, explain }));
  const rulings = mountRulings(part("rulings"), kit, charts.look);

  return {
    title: (scene) => nameIn(scene.board.venue(route.venue)?.name, text.language, route.venue),
    show(scene) {
      board = scene.board;
      const stands = stateWhile(scene, board.stateOf(route.venue));
      const rows = board.rowsOf(route.venue);
      const verdicts = board.verdictsOf(route.venue);
      showHeadline(part, state, stands, scene.now, phrases);
      venues.show(board.venues, route.venue, scene);
      indices.show(board.indicesOf(route.venue), scene);
      part("indices").hidden = indices.size === 0;
      sections.show(board.sectionsOf(route.venue), scene);
      part("sections").hidden = sections.size === 0;
      sport.show(verdicts, scene);
      stagnation.show(board.stagnationOf(route.venue), scene);
      charts.show(scene, rows);
      sensors.show(board.sensorsOf(route.venue), rows, scene, charts.chosen);
      rulings.show(verdicts, scene);
      setText(part("tally"), phrases.tally(stands));
    },
    readings: charts.readings,
    draw: charts.draw,
    reload: charts.reload,
    close() {
      for (const each of [charts, sensors, rulings, indices, sections, sport, stagnation, venues]) each.close();
      root.remove();
    },
  };
}

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
      setAttribute(root, "href", addressOf({ venue: venue.id, charts: null, window: null }));
      setAttribute(root, "aria-current", venue.id === shown ? "page" : null);
      setAttribute(root, "data-state", status);
      setSymbol(part("mark"), status);
      setText(part("name"), nameIn(venue.name, text.language, venue.id));
    },
    close: () => root.remove(),
  };
}
