/** All venues at once: how many stand how, and a card for each. */
import { figuresFor } from "./figures.js";
import { keyedList, setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { mountIndex, mountState } from "./marks.js";
import { stateWhile } from "./phrases.js";
import { leadingSection } from "./rules.js";
import { mountSection } from "./section.js";
import { sportLines } from "./sport.js";
import { stagnationLines } from "./stagnation.js";
import { nameIn } from "./text.js";
import { mountTile } from "./tile.js";

const STATES = ["exceed", "warn", "stale", "insufficient", "catching", "partial", "pass", "none"];

export function mountOverview(parent, kit) {
  const { root, part } = stamp("overview", parent);
  const cards = keyedList(part("cards"), (venue) => venue.id, (venue, place) => mountCard(place, kit));
  const notices = keyedList(part("notices"), ({ id }) => id, (line, place) => mountNotice(place));
  const tally = keyedList(part("tally"), ({ status }) => status, (item, place) => mountTally(place, kit));
  return {
    title: () => kit.text.say("title.overview"),
    show(scene) {
      const { board } = scene;
      const states = board.venues.map((venue) => stateWhile(scene, board.stateOf(venue.id)).status);
      const counted = STATES.map((status) => ({ status, count: states.filter((each) => each === status).length }));
      tally.show(counted.filter(({ count }) => count > 0));
      notices.show(scene.connection === "lost" ? [] : [...sportLines(board, kit), ...stagnationLines(board, kit)]);
      setAttribute(part("notices"), "hidden", notices.size === 0);
      cards.show(board.venues, scene);
    },
    readings() {},
    draw() {},
    reload() {},
    close() {
      cards.close();
      notices.close();
      tally.close();
      root.remove();
    },
  };
}

function mountTally(parent, { phrases, format }) {
  const { root, part } = stamp("tally", parent);
  return {
    root,
    show({ status, count }) {
      setAttribute(root, "data-state", status);
      setSymbol(part("mark"), status);
      setText(part("count"), format.number(count));
      setText(part("word"), phrases.state(status));
    },
    close: () => root.remove(),
  };
}

function mountNotice(parent) {
  const { root, part } = stamp("notice", parent);
  return {
    root,
    show({ words, names }) {
      setText(part("words"), words);
      setText(part("names"), names);
    },
    close: () => root.remove(),
  };
}

function mountCard(parent, kit) {
  const { phrases, text, addressOf } = kit;
  const { root, part } = stamp("card", parent);
  const state = mountState(part("state"), kit);
  const index = mountIndex(part("index"), kit);
  const section = mountSection(part("index"), kit);
  const figures = keyedList(part("figures"), (figure) => figure.quantity, (figure, place) => mountTile(place, kit, { isCompact: true }));
  return {
    root,
    show(venue, scene) {
      const { board, now } = scene;
      const stands = stateWhile(scene, board.stateOf(venue.id));
      setAttribute(root, "href", addressOf({ venue: venue.id }));
      setAttribute(root, "data-state", stands.status);
      setText(part("name"), nameIn(venue.name, text.language, venue.id));
      state.show(stands.status);
      setText(part("reason"), reasonOf(stands, phrases));
      setText(part("tally"), phrases.tally(stands));
      const led = board.indexOf(venue.id);
      index.show(led, board.standard(led?.standard));
      section.show(leadingSection(board.sectionsOf(venue.id)), scene.connection === "lost" ? "stale" : null);
      figures.show(figuresFor(board, board.rowsOf(venue.id), now), scene);
    },
    close() {
      figures.close();
      root.remove();
    },
  };
}

/** The first limit that is broken or near; else what the state means. */
function reasonOf(stands, phrases) {
  const known = stands.lastKnown ?? stands;
  const [first] = known.reasons;
  const tells = first && (known.status === "exceed" || known.status === "warn");
  const words = tells ? `${phrases.what(first)} ${phrases.against(first)}` : phrases.headline(known);
  return stands.lastKnown ? phrases.text.say("lastKnown", { what: words }) : words;
}
