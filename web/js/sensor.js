/** What one instrument says now: a row per quantity, each a switch for its chart. */
import { keyedList, setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { prettyUnit } from "./format.js";
import { remarkOn } from "./status.js";

/** @param toggle a series' chart, on or off; @param explain why a series stands as it does */
export function mountSensor(parent, kit, { toggle, explain }) {
  const { text, format } = kit;
  const { root, part } = stamp("sensor", parent);
  const rows = keyedList(part("rows"), (row) => row.series, (row, place) => mountRow(row, place, kit, { toggle, explain }));
  return {
    root,
    show(sensor, venueRows, scene, charted) {
      setAttribute(root, "data-state", sensor.state);
      setText(part("name"), kit.sensorName(sensor, sensor.id));
      const every = sensor.every_ms ? text.say("sensor.every", { time: format.age(sensor.every_ms) }) : "";
      setText(part("every"), sensor.state === "maintenance" ? text.say("sensor.maintenance") : every);
      rows.show(venueRows.filter((row) => row.sensor === sensor.id), scene, charted);
    },
    close() {
      rows.close();
      root.remove();
    },
  };
}

function mountRow({ series }, parent, { phrases, format, text }, { toggle, explain }) {
  const { root, part } = stamp("row", parent);
  part("chart").addEventListener("click", () => toggle(series));
  part("why").addEventListener("click", () => explain(series));
  return {
    root,
    show(latest, { board, now, connection }, charted) {
      const remark = remarkOn(latest, connection === "lost" || board.isStale(latest, now), board.statusOf(latest));
      setAttribute(root, "data-remark", remark);
      setAttribute(part("chart"), "aria-pressed", String(charted.includes(latest.series)));
      setText(part("name"), phrases.quantity(latest.quantity));
      const turn = latest.quantity === "wind_direction" && typeof latest.value === "number" ? ` ${phrases.compass(latest.value)}` : "";
      setText(part("value"), format.value(latest.quantity, latest.value));
      setText(part("unit"), prettyUnit(latest.unit) + turn);
      setText(part("age"), phrases.age(latest, now));
      setSymbol(part("mark"), remark);
      const judged = board.verdictsOn(latest.series).length > 0;
      // Where only advice or a whole year judges, the way to it is open, but it makes no claim on the figure.
      setText(part("remark"), remark === "none" && judged ? text.say("rules.title") : phrases.remark(remark));
      part("why").disabled = !judged;
      setAttribute(part("why"), "title", judged ? text.say("grounds.why") : null);
    },
    close: () => root.remove(),
  };
}
