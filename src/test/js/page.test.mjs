import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { troubles } from "../../../web/js/banner.js";
import { stateWhile } from "../../../web/js/phrases.js";
import { refusedInHour } from "../../../web/js/refused.js";
import { readRoute, withParameters } from "../../../web/js/route.js";

const web = new URL("../../../web/", import.meta.url);
const html = readFileSync(new URL("index.html", web), "utf8");
const scripts = readdirSync(new URL("js/", web)).map((file) => [file, readFileSync(new URL(`js/${file}`, web), "utf8")]);

describe("the page", () => {
  it("obeys its own content policy: nothing inline, nothing from elsewhere", () => {
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//);
    for (const [file, code] of scripts) assert.doesNotMatch(code, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/, file);
  });

  it("names only files that are there", () => {
    const named = [...html.matchAll(/(?:src|href)="(\/(?:js|css|icon|manifest)[^"]*)"/g)].map(([, path]) => path);
    assert.ok(named.length > 6);
    for (const path of named) assert.ok(existsSync(new URL(`.${path}`, web)), path);
  });

  it("has a symbol for every state and remark, and every template the code stamps", () => {
    const marks = ["pass", "warn", "exceed", "insufficient", "stale", "none", "implausible", "late", "suspect_clock", "maintenance", "lost", "present", "absent", "unknown"];
    for (const mark of marks) assert.ok(html.includes(`id="mark-${mark}"`), mark);
    for (const [file, code] of scripts) {
      for (const [, id] of code.matchAll(/stamp\("([\w-]+)"/g)) assert.ok(html.includes(`<template id="${id}">`), `${file}: ${id}`);
    }
  });
});

describe("the address", () => {
  it("chooses the view", () => {
    assert.equal(readRoute("").view, "overview");
    assert.equal(readRoute("?venue=genting").view, "venue");
    assert.equal(readRoute("?kiosk").view, "wall");
    assert.equal(readRoute("?venue=a&range=99y").range, "6h");
    assert.deepEqual(readRoute("?venue=a&window=1000-2000").window, { from: 1000, to: 2000 });
    for (const wrong of ["2000-1000", "x-1", "", "1-2-3"]) assert.equal(readRoute(`?venue=a&window=${wrong}`).window, null);
    assert.deepEqual(readRoute("?venue=a&charts=a.pm25,b.o3").charts, ["a.pm25", "b.o3"]);
  });

  it("keeps the other parameters when one changes", () => {
    assert.equal(withParameters("?kiosk&lang=zh", { lang: "fr" }), "?kiosk&lang=fr");
    assert.equal(withParameters("?venue=a&lang=fr&range=7d", { venue: null }), "?lang=fr&range=7d");
    assert.equal(withParameters("?venue=a", { venue: null }), "./");
    assert.equal(withParameters("", { charts: "a.x,b.y" }), "?charts=a.x,b.y");
  });
});

describe("the banner", () => {
  it("says the widest trouble, since nothing else is known behind it", () => {
    assert.deepEqual(troubles("lost", { feed: "lost", store: "failing" }).map(({ key }) => key), ["lost"]);
    assert.deepEqual(troubles("live", { feed: "lost", store: "failing" }).map(({ key }) => key), ["feed.lost", "store.failing"]);
    assert.deepEqual(troubles("live", { feed: "connected", store: "good" }), []);
    assert.deepEqual(troubles("live", { feed: "connected", store: "good" }, 5).map(({ key }) => key), ["history"]);
    assert.deepEqual(troubles("live", { feed: "lost", store: "good" }, 5).map(({ key }) => key), ["feed.lost"]);
  });
});

describe("a state", () => {
  it("claims nothing while nothing is heard, and keeps what was known", () => {
    const known = { status: "pass", reasons: [] };
    assert.equal(stateWhile({ connection: "live" }, known).status, "pass");
    assert.equal(stateWhile({ connection: "lost" }, known).status, "stale");
    assert.equal(stateWhile({ connection: "lost" }, known).lastKnown, known);
  });

  it("does not call old values a fault while the past comes in, but never hides a broken limit", () => {
    const scene = { connection: "live", catchingUp: 5 };
    assert.equal(stateWhile(scene, { status: "stale" }).status, "catching");
    assert.equal(stateWhile(scene, { status: "exceed" }).status, "exceed");
    assert.equal(stateWhile({ connection: "lost", catchingUp: 5 }, { status: "stale" }).status, "stale");
  });
});

describe("the refused messages", () => {
  it("are counted for the last hour, as a bound where a row began before it", () => {
    const now = 10_000_000;
    const row = (count, first, last) => ({ count, first_t: now - first * 60_000, last_t: now - last * 60_000 });
    assert.deepEqual(refusedInHour([row(3, 30, 1), row(9, 300, 200)], now), { count: 3, isBound: false });
    assert.deepEqual(refusedInHour([row(3, 30, 1), row(9, 300, 2)], now), { count: 12, isBound: true });
    assert.deepEqual(refusedInHour([], now), { count: 0, isBound: false });
  });
});
