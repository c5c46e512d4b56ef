/** The screen on the wall: this kiosk's venue in one line, its air index and six figures, read in three seconds. */
import { figuresFor } from "./figures.js";
import { keyedList, setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { mountIndex } from "./marks.js";
import { stateWhile } from "./phrases.js";
import { leadingSection, tightest } from "./rules.js";
import { mountSection } from "./section.js";
import { mountSport } from "./sport.js";
import { nameIn } from "./text.js";
import { mountTile } from "./tile.js";
import { Trace } from "./trace.js";

const PAST_MS = 6 * 3_600_000;
const PAST_POINTS = 180;
const MOST_REASONS = 2;
const MOST_SPORT = 3;

export function mountWall(parent, kit) {
  const { text, phrases, clock, history } = kit;
  const { root, part } = stamp("wall", parent);
  const index = mountIndex(part("index"), kit);
  const section = mountSection(part("index"), kit);
  const sport = mountSport(part("sport"), kit, { most: MOST_SPORT });
  const tiles = keyedList(part("tiles"), (figure) => figure.row.series, (figure, place) => mountTile(place, kit));
  const reasons = keyedList(part("why"), ({ key }) => key, (verdict, place) => mountReason(place, phrases));
  const traces = new Map();
  const leaving = new AbortController();
  let figures = [];

  const load = async (series) => {
    const now = clock.now();
    try {
      const pasts = await history(series, now - PAST_MS, now, PAST_POINTS, { signal: leaving.signal });
      for (const { series: id, points, resolution_ms: resolution } of pasts) traces.get(id)?.load(points, resolution);
    } catch {
      // A wall without its small curves still says what matters; the next snapshot asks again.
    }
  };
  const follow = (board) => {
    const wanted = figures.map((figure) => figure.row.series);
    for (const series of [...traces.keys()]) if (!wanted.includes(series)) traces.delete(series);
    const fresh = wanted.filter((series) => !traces.has(series));
    for (const series of fresh) {
      const every = board.sensor(board.latest(series).sensor)?.every_ms;
      traces.set(series, new Trace({ span: PAST_MS, every, resolution: PAST_MS / PAST_POINTS }));
    }
    if (fresh.length > 0) load(fresh);
  };

  return {
    title: ({ board }) => nameIn(board.venue(board.kiosk?.venue)?.name, text.language, board.kiosk?.venue ?? ""),
    show(scene) {
      const { board, now } = scene;
      const venue = board.kiosk?.venue;
      const stands = stateWhile(scene, board.stateOf(venue));
      showHeadline(stands);
      reasons.show(reasonsOf(stands), now);
      const led = board.indexOf(venue);
      const water = leadingSection(board.sectionsOf(venue));
      index.show(led, board.standard(led?.standard));
      section.show(led ? null : water, scene.connection === "lost" ? "stale" : null);
      setAttribute(root, "data-index", led || water ? "shown" : "none");
      setAttribute(root, "data-sport", sport.show(board.verdictsOf(venue), scene));
      figures = figuresFor(board, board.rowsOf(venue), now);
      tiles.show(figures, scene);
      follow(board);
    },
    readings(readings) {
      for (const { series, t, value, quality } of readings) {
        if (quality !== "implausible" && quality !== "maintenance") traces.get(series)?.add(t, value);
      }
    },
    draw({ board, now }) {
      const limits = new Map(figures.map(({ row }) => [row.series, tightest(board.verdictsOn(row.series))?.limit ?? null]));
      tiles.each((tile, series) => {
        const trace = traces.get(series);
        if (!trace) return;
        trace.trim(now);
        tile.draw(trace, limits.get(series) ?? null, now - PAST_MS, now);
      });
    },
    reload: () => load([...traces.keys()]),
    close() {
      leaving.abort();
      tiles.close();
      reasons.close();
      sport.close();
      traces.clear();
      root.remove();
    },
  };

  function showHeadline(stands) {
    setAttribute(part("headline"), "data-state", stands.status);
    setSymbol(part("mark"), stands.status);
    const words = phrases.headline(stands.lastKnown ?? stands);
    setText(part("words"), stands.lastKnown ? text.say("lastKnown", { what: words }) : words);
  }
  function reasonsOf(stands) {
    const known = stands.lastKnown ?? stands;
    const tells = known.status === "exceed" || known.status === "warn";
    return tells ? known.reasons.slice(0, MOST_REASONS) : [{ key: "tally", tally: known }];
  }
}

function mountReason(parent, phrases) {
  const { root, part } = stamp("why", parent);
  return {
    root,
    show(verdict, now) {
      setText(part("what"), verdict.tally ? phrases.tally(verdict.tally) : phrases.what(verdict));
      setText(part("against"), verdict.tally ? "" : phrases.against(verdict, { isShort: true }));
      setText(part("since"), verdict.tally ? "" : phrases.since(verdict.since, now));
    },
    close: () => root.remove(),
  };
}
