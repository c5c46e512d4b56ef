/** What is wrong between this screen and the sensors, said at the top until it is right again. */
import { keyedList, setSymbol, setText, stamp } from "./dom.js";

/** @returns {{key: string, mark: string}[]} the troubles, the widest first; pure */
export function troubles(connection, status) {
  if (connection === "lost") return [{ key: "lost", mark: "lost" }];
  const found = [];
  if (status.feed === "lost" || status.feed === "connecting") found.push({ key: `feed.${status.feed}`, mark: "lost" });
  if (status.store === "failing") found.push({ key: "store.failing", mark: "warn" });
  return found;
}

export function mountBanner(parent, { text, format }) {
  const lines = keyedList(parent, ({ key }) => key, (trouble, place) => mountLine(place, text, format));
  return {
    show({ connection, board, lastHeard }) {
      const found = troubles(connection, board.status);
      lines.show(found, lastHeard);
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
    show({ key, mark }, lastHeard) {
      setSymbol(part("mark"), mark);
      setText(part("what"), text.say(`banner.${key}`));
      setText(part("more"), lastHeard ? text.say(`banner.${key}.more`, { time: format.second(lastHeard) }) : "");
    },
    close: () => root.remove(),
  };
}
