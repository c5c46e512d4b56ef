/** What one instrument says now: a row per quantity, each a switch for its chart. */
import { remarkOn } from "./board.js";
import { keyedList, setAttribute, setSymbol, setText, stamp } from "./dom.js";
import { prettyUnit } from "./format.js";

export function mountSensor(parent, kit, toggle) {
  const { text, format } = kit;
  const { root, part } = stamp("sensor", parent);
  const rows = keyedList(part("rows"), (row) => row.series, (row, place) => mountRow(row, place, kit, toggle));
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

function mountRow(row, parent, { phrases, format }, toggle) {
  const { root, part } = stamp("row", parent);
  const press = () => toggle(row.series);
  root.addEventListener("click", press);
  return {
    root,
    show(latest, { board, now, connection }, charted) {
      const remark = remarkOn(latest, connection === "lost" || board.isStale(latest, now), board.statusOf(latest));
      setAttribute(root, "data-remark", remark);
      setAttribute(root, "aria-pressed", String(charted.includes(latest.series)));
      setText(part("name"), phrases.quantity(latest.quantity));
      const turn = latest.quantity === "wind_direction" && typeof latest.value === "number" ? ` ${phrases.compass(latest.value)}` : "";
      setText(part("value"), format.value(latest.quantity, latest.value));
      setText(part("unit"), prettyUnit(latest.unit) + turn);
      setText(part("age"), phrases.age(latest, now));
      setSymbol(part("mark"), remark);
      setText(part("remark"), phrases.remark(remark));
    },
    close() {
      root.removeEventListener("click", press);
      root.remove();
    },
  };
}
