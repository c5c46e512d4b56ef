/** One sentence instead of a view: while waiting, or where there is nothing to show. */
import { setAttribute, setSymbol, setText, stamp } from "./dom.js";

export function mountMessage(parent, { text }, key, values = {}) {
  const { root, part } = stamp("message", parent);
  setAttribute(root, "data-state", "none");
  setSymbol(part("mark"), "none");
  setText(part("words"), text.say(key, values));
  return { show() {}, readings() {}, draw() {}, reload() {}, close: () => root.remove() };
}
