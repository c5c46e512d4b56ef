/** What is wrong between this screen and the sensors, said at the top until it is right again. */
import { keyedList, setAttribute, setSymbol, setText, stamp } from "./dom.js";

/** @returns {{key: string, mark: string}[]} the troubles, the widest first; pure */
export function troubles(connection, status, catchingUp = null) {
  if (connection === "lost") return [{ key: "lost", mark: "lost" }];
  const found = [];
  if (status.feed === "lost" || status.feed === "connecting") found.push({ key: `feed.${status.feed}`, mark: "lost" });
  if (status.store === "failing") found.push({ key: "store.failing", mark: "warn" });
  if (found.length === 0 && catchingUp !== null) found.push({ key: "history", mark: "late" });
  return found;
}

export function mountBanner(parent, { text, format }) {
  const lines = keyedList(parent, ({ key }) => key, (trouble, place) => mountLine(place, text, format));
  return {
    show({ connection, board, lastHeard, catchingUp }) {
      const found = troubles(connection, board.status, catchingUp);
      lines.show(found, catchingUp ?? lastHeard);
      parent.hidden = found.length === 0;
    },
    close() {
      lines.close();
      parent.hidden = true;
    },
  };
}

function mountLine(parent, text, format) {
  const { root, part } = stamp("banner-line", parent);
  return {
    root,
    show({ key, mark }, time) {
      setAttribute(root, "data-trouble", key);
      setSymbol(part("mark"), mark);
      setText(part("what"), text.say(`banner.${key}`));
      setText(part("more"), time ? text.say(`banner.${key}.more`, { time: format.second(time) }) : "");
    },
    close: () => root.remove(),
  };
}
