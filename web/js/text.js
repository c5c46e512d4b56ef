/** The words on screen: one bundle per language, flat keys, `{name}` for what is filled in. No DOM. */

export const LANGUAGES = ["zh", "en", "fr"];

/** The language asked for in the address, else the browser's first that we have, else null. */
export function preferredLanguage(asked, browserLanguages) {
  const wanted = [asked, ...browserLanguages].filter(Boolean).map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  return wanted.find((tag) => LANGUAGES.includes(tag)) ?? null;
}

/** A name given in several languages, in the nearest one there is. */
export function nameIn(names, language, fallback) {
  if (!names) return fallback;
  return names[language] || names.en || names.zh || Object.values(names).find(Boolean) || fallback;
}

export class Text {
  #words;
  #plural;

  constructor(language, words) {
    this.language = language;
    this.#words = words;
    this.#plural = new Intl.PluralRules(language);
  }

  has(key) {
    return Object.hasOwn(this.#words, key);
  }

  /** The words of a key; a key that is missing shows itself, so that it is noticed and nothing breaks. */
  say(key, values = {}) {
    const words = this.#words[key] ?? key;
    return words.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? String(values[name]) : hole));
  }

  /** The words of `key.one`, `key.other` … for a count; `shown` is the count as the reader's language writes it. */
  count(key, number, values = {}) {
    const exact = `${key}.${this.#plural.select(number)}`;
    return this.say(this.has(exact) ? exact : `${key}.other`, { count: number, ...values });
  }

  /** The words of an identifier that may be newer than this page. */
  sayOr(key, fallback) {
    return this.has(key) ? this.say(key) : fallback;
  }
}
