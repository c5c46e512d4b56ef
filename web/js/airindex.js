/** An air index of a venue with what its category means for health, and behind it what it rests on. */
import { keyedList, setAttribute, setText, speak, stamp } from "./dom.js";
import { groundsOfIndex } from "./grounds.js";
import { mountIndex } from "./marks.js";
import { categoryOf } from "./phrases.js";
import { isHeadline } from "./rules.js";
import { nameIn } from "./text.js";
import { mountGround } from "./verdict.js";

export function mountAirIndex(parent, kit) {
  const { text, phrases } = kit;
  const { root, part } = stamp("airindex", parent);
  speak(root, text);
  const sign = mountIndex(part("index"), kit);
  const grounds = keyedList(part("grounds"), ({ id }) => id, (line, place) => mountGround(place));
  const parts = keyedList(part("parts"), ({ quantity }) => quantity, (each, place) => mountPart(place, kit));
  return {
    root,
    show(index, { board, now }) {
      const standard = board.standard(index.standard);
      const category = categoryOf(index, standard);
      setAttribute(root, "data-minor", !isHeadline(index));
      sign.show(index, standard);
      sign.explain([phrases.period(index.period), kit.sensorName(board.sensor(index.sensor), index.sensor), phrases.standard(index.standard)].join(" · "));
      setText(part("effect"), nameIn(category?.effect, text.language, ""));
      setText(part("advice"), nameIn(category?.advice, text.language, ""));
      if (!part("details").open) return;
      grounds.show(groundsOfIndex(index, standard, kit, now));
      parts.show(Object.entries(index.iaqi ?? {}).map(([quantity, value]) => ({ quantity, value, index })));
    },
    close() {
      grounds.close();
      parts.close();
      root.remove();
    },
  };
}

/** One pollutant's own index, leading to its readings. */
function mountPart(parent, { phrases, format }) {
  const { root, part } = stamp("airindex-part", parent);
  return {
    root,
    show({ quantity, value, index: { sensor, from, to } }) {
      const asked = new URLSearchParams({ series: `${sensor}.${quantity}`, from, to });
      setAttribute(part("readings"), "href", `/api/v1/readings?${asked}`);
      setText(part("name"), phrases.quantity(quantity));
      setText(part("value"), format.number(value));
    },
    close: () => root.remove(),
  };
}
