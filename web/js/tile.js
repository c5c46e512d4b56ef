/** One figure: name, value, unit, age, what is remarkable about it, and on the wall its recent past. */
import { setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { prettyUnit } from "./format.js";
import { tightest } from "./rules.js";
import { remarkOn } from "./status.js";
import { pathOf } from "./trace.js";

const SPARK = { width: 300, height: 60, inset: 3 };

/** @param isCompact ages without the word "ago", and no word where all is well: for many tiles side by side */
export function mountTile(parent, { phrases, format }, { isCompact = false } = {}) {
  const { root, part } = stamp("tile", parent);

  const showWind = (figure) => {
    const blows = figure.direction && typeof figure.direction.value === "number";
    part("wind").hidden = !blows && !figure.gust;
    setAttribute(part("arrow-box"), "hidden", !blows);
    part("from").hidden = !blows;
    if (blows) {
      // The arrow flies with the wind; the words say where it comes from.
      setAttribute(part("arrow"), "transform", `rotate(${Math.round(figure.direction.value + 180) % 360} 12 12)`);
      setText(part("from"), phrases.compass(figure.direction.value));
    }
    part("gust").hidden = !figure.gust;
    if (figure.gust) {
      setText(part("gust"), phrases.text.say("wind.gust", { value: format.value("wind_gust", figure.gust.value) }));
    }
  };

  return {
    root,
    show(figure, { board, now, connection, catchingUp = null }) {
      const { row, quantity, status } = figure;
      const stands = remarkOn(row, connection === "lost" || board.isStale(row, now), status);
      const remark = stands === "stale" && connection !== "lost" && catchingUp !== null ? "catching" : stands;
      setAttribute(root, "data-remark", remark);
      setAttribute(root, "data-quantity", quantity);
      setText(part("name"), phrases.quantity(quantity));
      setText(part("value"), format.value(quantity, row.value));
      setText(part("unit"), prettyUnit(row.unit));
      setText(part("age"), isCompact ? phrases.shortAge(row, now) : phrases.age(row, now));
      setSymbol(part("mark"), remark);
      setText(part("remark"), phrases.remark(remark));
      const judged = tightest(board.verdictsOn(row.series));
      setText(part("limit"), judged ? phrases.limitWithPeriod(judged) : "");
      showWind(figure);
    },
    /** Draws the recent past of a trace, and the limit where one applies. */
    draw(trace, limit, from, to) {
      const buckets = trace.withGaps();
      const values = buckets.filter(Boolean).map((bucket) => bucket[2]);
      const box = { from, to, ...spread(values, limit), width: SPARK.width, height: SPARK.height };
      setAttribute(part("spark-line"), "d", pathOf(buckets, box));
      const isInPicture = limit !== null && limit > box.low && limit < box.high;
      const line = isInPicture ? pathOf([[from, 0, limit], [to, 0, limit]], box) : "";
      setAttribute(part("spark-limit"), "d", line);
    },
    close: () => root.remove(),
  };
}

/** The limit belongs in the picture only while it does not flatten what is measured. */
function spread(values, limit) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const own = Math.max(high - low, Math.abs(high) * 0.05, 0.1);
  const near = limit !== null && limit > low - 2 * own && limit < high + 2 * own;
  const bottom = near ? Math.min(low, limit) : low;
  const top = near ? Math.max(high, limit) : high;
  const margin = (Math.max(top - bottom, own) * SPARK.inset) / SPARK.height;
  return { low: bottom - margin, high: top + margin };
}
