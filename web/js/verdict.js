/** One rule of one standard: how it stands, and behind it, opened by key or touch, everything that it rests on. */
import { keyedList, setAttribute, setSymbol, setText, speak, stamp } from "./dom.js";
import { groundsOf } from "./grounds.js";

/** @param look (series, {from, to}) shows the readings of a window in the chart */
export function mountVerdict(parent, kit, look) {
  const { phrases, format, text } = kit;
  const { root, part } = stamp("verdict", parent);
  speak(root, text);
  const grounds = keyedList(part("grounds"), ({ id }) => id, (line, place) => mountGround(place));
  let shown = null;
  let scene = null;
  const showGrounds = () => {
    if (!part("details").open || !shown) return;
    const { board, now } = scene;
    setText(part("sentence"), text.say("grounds.say", { state: phrases.state(shown.status), what: phrases.what(shown), against: phrases.against(shown) }));
    grounds.show(groundsOf(shown, board.standard(shown.standard), kit, now));
    setAttribute(part("readings"), "href", localPath(shown.readings));
  };
  part("details").addEventListener("toggle", showGrounds);
  part("look").addEventListener("click", () => look(seriesBehind(shown), shown));
  return {
    root,
    show(verdict, nextScene) {
      shown = verdict;
      scene = nextScene;
      const sensor = verdict.series.slice(0, verdict.series.lastIndexOf("."));
      setAttribute(root, "data-state", verdict.status);
      setAttribute(root, "data-series", verdict.series);
      setSymbol(part("mark"), verdict.status);
      setText(part("word"), phrases.state(verdict.status));
      setText(part("quantity"), phrases.quantity(verdict.quantity));
      setText(part("period"), `${phrases.period(verdict.period)} · ${kit.sensorName(scene.board.sensor(sensor), sensor)}`);
      setText(part("value"), phrases.measured(verdict.quantity, verdict.value, verdict.unit));
      setText(part("limit"), text.say("limit", { limit: phrases.limit(verdict) }));
      setText(part("since"), phrases.since(verdict.since, scene.now));
      setText(part("doubt"), phrases.certainty(verdict.certainty));
      setAttribute(part("meter"), "width", Math.round(100 * verdict.completeness));
      setText(part("completeness"), text.say("complete", { share: format.percent(verdict.completeness) }));
      showGrounds();
    },
    close() {
      grounds.close();
      root.remove();
    },
  };
}

export function mountGround(parent) {
  const { root, part } = stamp("ground", parent);
  return {
    root,
    show({ id, label, words }) {
      setAttribute(root, "data-ground", id);
      setText(part("label"), label);
      setText(part("words"), words);
    },
    close: () => root.remove(),
  };
}

/** What is worked out from other series has the readings of those. */
function seriesBehind({ series, readings }) {
  return new URLSearchParams((readings ?? "").split("?")[1]).get("series") ?? series;
}

/** Only addresses of this kiosk become links. */
export const localPath = (path) => (/^\/(?!\/)/.test(path ?? "") ? path : null);
