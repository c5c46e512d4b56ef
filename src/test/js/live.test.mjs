import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ServerClock } from "../../../web/js/clock.js";
import { listen } from "../../../web/js/live.js";

/** A browser whose time is moved by hand. */
function fakeWorld() {
  const world = { now: 0, sources: [], timers: new Set() };
  class FakeSource {
    static CLOSED = 2;
    readyState = 0;
    #listeners = {};
    constructor() {
      world.sources.push(this);
    }
    addEventListener(name, act) {
      this.#listeners[name] = act;
    }
    close() {
      this.readyState = 2;
    }
    say(name, what = {}) {
      this.#listeners[name]?.({ data: JSON.stringify(what) });
    }
  }
  const start = (act, ms, again) => {
    const timer = { act, due: world.now + ms, every: again ? ms : 0 };
    world.timers.add(timer);
    return timer;
  };
  world.pass = (ms) => {
    for (const end = world.now + ms; world.now < end; ) {
      world.now += 100;
      for (const timer of [...world.timers].filter(({ due }) => due <= world.now)) {
        if (timer.every) timer.due += timer.every;
        else world.timers.delete(timer);
        timer.act();
      }
    }
  };
  return Object.assign(world, {
    EventSourceType: FakeSource,
    monotonic: () => world.now,
    random: () => 0.5,
    later: (act, ms) => start(act, ms, false),
    every: (act, ms) => start(act, ms, true),
    cancel: (timer) => world.timers.delete(timer),
  });
}

describe("the stream", () => {
  it("is live when it speaks and lost within five seconds of silence", () => {
    const world = fakeWorld();
    const states = [];
    listen("/live", { state: (state) => states.push(state) }, world);
    world.sources[0].say("tick");
    world.pass(4_000);
    assert.deepEqual(states, ["live"]);
    world.pass(1_000);
    assert.deepEqual(states, ["live", "lost"]);
    world.sources[0].say("tick");
    assert.deepEqual(states, ["live", "lost", "live"]);
  });

  it("leaves a dropped connection to the browser, and starts anew when the browser gives up", () => {
    const world = fakeWorld();
    listen("/live", { state() {} }, world);
    world.sources[0].say("error");
    world.pass(3_000);
    assert.equal(world.sources.length, 1);
    world.sources[0].readyState = 2;
    world.sources[0].say("error");
    world.pass(1_000);
    assert.equal(world.sources.length, 2);
  });

  it("waits longer after each failure, up to half a minute", () => {
    const world = fakeWorld();
    listen("/live", { state() {} }, world);
    const waits = [];
    for (let failure = 0; failure < 8; failure++) {
      const source = world.sources.at(-1);
      source.readyState = 2;
      const failedAt = world.now;
      source.say("error");
      while (world.sources.at(-1) === source) world.pass(100);
      waits.push(world.now - failedAt);
    }
    assert.ok(waits[0] <= 1_000 && waits.every((wait, at) => at === 0 || wait >= waits[at - 1]), String(waits));
    assert.ok(waits.at(-1) <= 30_000, String(waits));
  });

  it("replaces a connection that is open but silent", () => {
    const world = fakeWorld();
    listen("/live", { state() {} }, world);
    world.sources[0].readyState = 1;
    world.pass(25_000);
    assert.equal(world.sources.length, 2);
    assert.equal(world.sources[0].readyState, 2);
  });

  it("leaves no connection and no timer behind when closed", () => {
    const world = fakeWorld();
    const stream = listen("/live", { state() {} }, world);
    stream.close();
    world.pass(60_000);
    assert.equal(world.sources.length, 1);
    assert.equal(world.sources[0].readyState, 2);
    assert.equal(world.timers.size, 0);
  });

  it("has one connection after being reopened while it waited", () => {
    const world = fakeWorld();
    const stream = listen("/live", { state() {} }, world);
    world.sources[0].readyState = 2;
    world.sources[0].say("error");
    stream.reopen();
    world.sources[1].say("tick");
    world.pass(4_000);
    assert.equal(world.sources.length, 2);
  });
});

describe("the clock", () => {
  it("carries the server's time on at its rate", () => {
    let real = 100;
    const clock = new ServerClock(() => real);
    assert.equal(clock.now(), null);
    clock.set(1_000_000, 60);
    real += 500;
    assert.equal(clock.now(), 1_030_000);
  });
});
