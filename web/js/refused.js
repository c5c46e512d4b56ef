/** The note about messages that could not be read, and the list behind it. */
import { keyedList, setText, speak, stamp } from "./dom.js";

const HOUR = 3_600_000;
const MOST_ROWS = 200;

/**
 * Messages refused in the last hour. A row counts a topic's refusals since its first, so rows that began earlier
 * give only an upper bound. Pure.
 * @returns {{count: number, isBound: boolean}}
 */
export function refusedInHour(rows, now) {
  const recent = rows.filter((row) => row.last_t > now - HOUR);
  return {
    count: recent.reduce((sum, row) => sum + row.count, 0),
    isBound: recent.some((row) => row.first_t <= now - HOUR && row.count > 1),
  };
}

export function mountRefused(note, sheet, { text, format, clock }) {
  let rows = [];
  const { root, part } = stamp("refusals", sheet);
  speak(root, text);
  const list = keyedList(part("list"), ({ topic, reason }) => `${topic} ${reason}`, (row, place) => mountRow(place, text, format));
  const open = () => {
    list.show(rows, clock.now());
    sheet.showModal();
  };
  const close = () => sheet.close();
  note.addEventListener("click", open);
  part("close").addEventListener("click", close);
  return {
    show(latest, now) {
      rows = latest.slice(0, MOST_ROWS);
      const { count, isBound } = refusedInHour(rows, now);
      note.hidden = rows.length === 0;
      note.toggleAttribute("data-some", count > 0);
      setText(note, text.count(isBound ? "refused.atMost" : "refused.hour", count, { count: format.number(count) }));
      if (sheet.open) list.show(rows, now);
    },
    close() {
      note.removeEventListener("click", open);
      note.hidden = true;
      if (sheet.open) sheet.close();
      list.close();
      root.remove();
    },
  };
}

function mountRow(parent, text, format) {
  const { root, part } = stamp("refusal", parent);
  return {
    root,
    show({ topic, count, reason, last_t: last }, now) {
      setText(part("topic"), topic);
      setText(part("count"), text.count("refused.times", count, { count: format.number(count) }));
      setText(part("reason"), reason);
      setText(part("last"), format.moment(last, now));
    },
    close: () => root.remove(),
  };
}
