/** The few things done to the page: only what differs is written, so that a quiet board costs nothing. */

export function setText(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

/** Sets an attribute; null or false takes it away. */
export function setAttribute(element, name, value) {
  if (value === null || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else {
    const words = value === true ? "" : String(value);
    if (element.getAttribute(name) !== words) element.setAttribute(name, words);
  }
}

export function setSymbol(svg, name) {
  setAttribute(svg.querySelector("use"), "href", `#mark-${name}`);
}

/** A copy of a template, with a way to its named parts. */
export function stamp(id, parent) {
  const root = document.getElementById(id).content.firstElementChild.cloneNode(true);
  const parts = new Map([...root.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
  parent.append(root);
  return { root, part: (name) => parts.get(name) };
}

/** Fills in the words of everything that names a key. */
export function speak(root, text) {
  for (const element of root.querySelectorAll("[data-text]")) setText(element, text.say(element.dataset.text));
  for (const element of root.querySelectorAll("[data-label]")) setAttribute(element, "aria-label", text.say(element.dataset.label));
}

/**
 * A list that follows its items: one mounted view per key, in the items' order, closed when its item goes.
 * @param mount (item, parent) → { root, show, close }
 */
export function keyedList(parent, keyOf, mount) {
  const views = new Map();
  const drop = (key) => {
    views.get(key).close();
    views.delete(key);
  };
  return {
    show(items, ...rest) {
      const keys = items.map(keyOf);
      const held = document.activeElement;
      for (const key of [...views.keys()]) if (!keys.includes(key)) drop(key);
      items.forEach((item, place) => {
        const key = keys[place];
        if (!views.has(key)) views.set(key, mount(item, parent));
        const view = views.get(key);
        if (parent.children[place] !== view.root) {
          parent.insertBefore(view.root, parent.children[place] ?? null);
          if (view.root.contains(held)) held.focus({ preventScroll: true });
        }
        view.show(item, ...rest);
      });
    },
    each: (visit) => views.forEach((view, key) => visit(view, key)),
    get size() {
      return views.size;
    },
    close() {
      for (const key of [...views.keys()]) drop(key);
    },
  };
}
