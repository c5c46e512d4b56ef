import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { LANGUAGES, nameIn, preferredLanguage, Text } from "../../../web/js/text.js";

const web = new URL("../../../web/", import.meta.url);
const read = (path) => readFileSync(new URL(path, web), "utf8");
const bundles = Object.fromEntries(LANGUAGES.map((language) => [language, JSON.parse(read(`i18n/${language}.json`))]));
const html = read("index.html");
const code = readdirSync(new URL("js/", web)).map((file) => read(`js/${file}`)).join("\n");
const keys = new Set(Object.keys(bundles.en));
const holes = (words) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Families whose members are chosen by an identifier, with the identifiers there are. */
const java = readFileSync(new URL("../../main/java/ridgeline/domain/Quantity.java", import.meta.url), "utf8");
const periods = readFileSync(new URL("../../main/java/ridgeline/standard/Period.java", import.meta.url), "utf8");
const STATUSES = ["pass", "warn", "exceed", "insufficient", "stale"];
const families = {
  quantity: [...java.matchAll(/^ {4}([A-Z0-9_]+)\("/gm)].map(([, name]) => name.toLowerCase()),
  state: [...STATUSES, "partial", "catching", "none"],
  headline: [...STATUSES, "partial", "catching", "none"],
  tally: STATUSES.flatMap((status) => [`${status}.one`, `${status}.other`]),
  remark: [...STATUSES, "partial", "catching", "implausible", "maintenance", "late", "suspect_clock"],
  period: [...periods.matchAll(/^ {4}[A-Z0-9_]+\("([^"]+)", Kind/gm)].map(([, id]) => id),
  category: ["excellent", "good", "light", "moderate", "heavy", "severe", "none"],
  compass: ["n", "ne", "e", "se", "s", "sw", "w", "nw"],
  standard: ["hj633-2012", "hj633-2026", "gb3095-2012", "gb3095-2026", "who-2021", "epa-aqi-2024", "naaqs-2024", "gb3838-2002", "gb3096-2008", "gbt18883-2022", "fis-ibu", "chongli-2022"],
  certainty: ["secondary", "unverified", "chosen"],
  profile: ["competition", "training", "holiday", "off-season"],
  class: ["biathlon", "cross-country", "ski-jumping", "freestyle", "aqg", "it1", "it2", "it3", "it4", "primary", "secondary", "indoor", "venue"],
  grounds: ["since", "excess", "outlook", "near", "period", "window", "completeness", "standard", "clause", "class", "certainty", "profile", "advisory"],
  condition: ["wind", "humidity", "inversion", "pressure"],
  sign: ["yes", "no", "unknown"],
  level: ["yellow", "orange", "red"],
  range: ["1h", "6h", "24h", "7d", "30d"],
  banner: ["lost", "feed.lost", "feed.connecting", "store.failing", "history"].flatMap((key) => [key, `${key}.more`]),
};

describe("the bundles", () => {
  it("have the same keys and the same holes in every language", () => {
    for (const language of LANGUAGES) {
      assert.deepEqual(Object.keys(bundles[language]), [...keys], language);
      for (const key of keys) assert.deepEqual(holes(bundles[language][key]), holes(bundles.en[key]), `${language} ${key}`);
    }
  });

  it("leave nothing without words", () => {
    for (const language of LANGUAGES) for (const key of keys) assert.ok(bundles[language][key].trim(), `${language} ${key}`);
  });

  it("hold every key that the pages and the code name", () => {
    const named = [
      ...[...html.matchAll(/data-(?:text|label)="([\w.]+)"/g)].map(([, key]) => key),
      ...[...code.matchAll(/\.say\("([\w.]+)"/g)].map(([, key]) => key),
      ...[...code.matchAll(/(?:mountMessage|note)\([^"\n]*"((?:message|trend)\.\w+)"/g)].map(([, key]) => key),
      ...[...code.matchAll(/\.count\((?:\w+ \? )?"([\w.]+)"(?: : "([\w.]+)")?/g)].flatMap(([, one, other]) => [one, other])
        .filter(Boolean).flatMap((key) => [`${key}.one`, `${key}.other`]),
    ];
    assert.ok(named.length > 40, String(named.length));
    for (const key of named) assert.ok(keys.has(key), key);
  });

  it("hold every member of the families that the code chooses from", () => {
    for (const [family, members] of Object.entries(families)) {
      for (const member of members) assert.ok(keys.has(`${family}.${member}`), `${family}.${member}`);
    }
  });

  it("hold no word that nothing shows", () => {
    const chosen = new Set(Object.entries(families).flatMap(([family, members]) => members.map((member) => `${family}.${member}`)));
    for (const key of keys) {
      const stem = key.replace(/\.(one|other)$/, "");
      const isNamed = [key, stem].some((each) => code.includes(`"${each}"`) || html.includes(`"${each}"`));
      assert.ok(isNamed || chosen.has(key), key);
    }
  });
});

describe("the language", () => {
  it("is the one asked for, else the browser's, else open", () => {
    assert.equal(preferredLanguage("fr", ["zh-CN"]), "fr");
    assert.equal(preferredLanguage("xx", ["de", "zh-CN", "en"]), "zh");
    assert.equal(preferredLanguage(null, ["de"]), null);
  });

  it("finds the nearest name there is", () => {
    assert.equal(nameIn({ zh: "云顶", en: "Genting" }, "fr", "id"), "Genting");
    assert.equal(nameIn({ zh: "云顶" }, "fr", "id"), "云顶");
    assert.equal(nameIn(null, "fr", "id"), "id");
  });
});

describe("a text", () => {
  const text = new Text("en", { hello: "Hello {name}", "day.one": "{count} day", "day.other": "{count} days" });
  it("fills in what it is given, and shows the key it lacks", () => {
    assert.equal(text.say("hello", { name: "A" }), "Hello A");
    assert.equal(text.say("hello"), "Hello {name}");
    assert.equal(text.say("missing"), "missing");
  });
  it("counts as its language does", () => {
    assert.equal(text.count("day", 1), "1 day");
    assert.equal(text.count("day", 2), "2 days");
  });
});
