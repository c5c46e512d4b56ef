/** The page as one thing: its frame and the view the address asks for, painted at most four times a second. */
import { mountFrame } from "./frame.js";
import { mountMessage } from "./message.js";
import { mountOverview } from "./overview.js";
import { withParameters } from "./route.js";
import { nameIn } from "./text.js";
import { mountVenue } from "./venue.js";
import { mountWall } from "./wall.js";

const VIEWS = { overview: mountOverview, venue: mountVenue, wall: mountWall };
const DRAW_EVERY_PAINTS = 4;

export class Screen {
  #page;
  #main;
  #kit;
  #frame;
  #route = null;
  #view = null;
  #paints = 0;
  #scene = null;

  /** @param kit text, format, phrases, clock, history: what views are made of */
  constructor(page, kit) {
    this.language = kit.language;
    this.zone = kit.zone;
    this.#page = page;
    this.#main = page.querySelector("main");
    this.#kit = {
      ...kit,
      addressOf: (changes) => withParameters(location.search, changes),
      keep: (changes) => this.#keep(changes),
      sensorName: (sensor, id) => nameIn(sensor?.name, kit.language, id),
      repaint: () => this.paint(this.#scene),
    };
    this.#frame = mountFrame(page, this.#kit);
  }

  /** Leaves the view there was and mounts the one the address asks for. */
  go(route, scene) {
    this.#view?.close();
    this.#route = route;
    this.#frame.address(route);
    this.#view = this.#mount(route, scene);
    this.#paints = 0;
    this.paint(scene);
  }

  #mount(route, { board }) {
    const venue = route.view === "wall" ? board.kiosk?.venue : route.venue;
    if (!board.kiosk) return mountMessage(this.#main, this.#kit, "message.waiting");
    if (board.venues.length === 0) return mountMessage(this.#main, this.#kit, "message.noVenues");
    if (!hasPlace(route, board)) return mountMessage(this.#main, this.#kit, "message.noVenue", { venue: venue ?? "–" });
    return VIEWS[route.view](this.#main, this.#kit, route);
  }

  /** Puts a choice into the address, so that it can be kept and passed on. */
  #keep(changes) {
    globalThis.history.replaceState(null, "", withParameters(location.search, changes));
    this.#frame.address(this.#route);
  }

  /** A whole new picture: the view stays where it can, and asks for the past that it missed. */
  renew(scene) {
    if (this.#view?.title && hasPlace(this.#route, scene.board)) this.#view.reload();
    else this.go(this.#route, scene);
    this.paint(scene);
  }

  readings(readings) {
    this.#view?.readings(readings);
  }

  paint(scene) {
    this.#scene = scene;
    if (!this.#view) return;
    const title = this.#view.title?.(scene) ?? this.#kit.text.say("title.overview");
    this.#frame.show(scene, title);
    if (scene.now === null) return;
    this.#view.show(scene);
    if (this.#paints++ % DRAW_EVERY_PAINTS === 0) this.#view.draw(scene);
  }

  refused(rows, now) {
    this.#frame.refused(rows, now ?? Date.now());
  }

  close() {
    this.#view?.close();
    this.#frame.close();
  }
}

/** Whether the venue that the address asks for is there to be shown. */
function hasPlace({ view, venue }, board) {
  if (view === "overview") return board.venues.length > 0;
  return board.venue(view === "wall" ? board.kiosk?.venue : venue) !== null;
}
