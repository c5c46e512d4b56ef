/** The stream: events in, and whether it speaks. It comes back by itself, however it was lost. */

const EVENTS = ["snapshot", "readings", "verdicts", "aqi", "sections", "stagnation", "ended", "tick", "config"];
const SILENT_AFTER_MS = 4_200;
const GIVE_UP_AFTER_MS = 20_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const LOOK_EVERY_MS = 250;

/**
 * @param handlers one per event name, and `state("live"|"lost")`
 * @param world { EventSourceType, monotonic, random }: the browser's own, or a test's
 * @returns {{reopen: () => void, close: () => void}}
 */
export function listen(url, handlers, world = browserWorld()) {
  const { EventSourceType, monotonic, random } = world;
  let source = null;
  let heardAt = monotonic();
  let openedAt = heardAt;
  let failures = 0;
  let waiting = null;
  let state = null;

  const tell = (next) => {
    if (next !== state) handlers.state((state = next));
  };
  const hear = (name) => (event) => {
    heardAt = monotonic();
    failures = 0;
    handlers[name]?.(JSON.parse(event.data));
    tell("live");
  };
  const open = () => {
    waiting = null;
    openedAt = monotonic();
    source = new EventSourceType(url);
    for (const name of EVENTS) source.addEventListener(name, hear(name));
    source.addEventListener("error", failed);
  };
  const drop = () => {
    source?.close();
    source = null;
  };
  const openLater = () => {
    drop();
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
    waiting ??= world.later(open, longest * (0.5 + random() / 2));
  };
  // The browser retries a dropped connection itself; it gives up after an HTTP error, and then we go on.
  function failed() {
    if (source?.readyState === EventSourceType.CLOSED) openLater();
  }
  const look = () => {
    const silence = monotonic() - heardAt;
    if (silence > SILENT_AFTER_MS) tell("lost");
    if (source && silence > GIVE_UP_AFTER_MS && monotonic() - openedAt > GIVE_UP_AFTER_MS) openLater();
  };

  open();
  const looking = world.every(look, LOOK_EVERY_MS);
  return {
    reopen() {
      drop();
      if (waiting !== null) world.cancel(waiting);
      open();
    },
    close() {
      world.cancel(looking);
      if (waiting !== null) world.cancel(waiting);
      drop();
    },
  };
}

const browserWorld = () => ({
  EventSourceType: EventSource,
  monotonic: () => performance.now(),
  random: Math.random,
  later: (act, ms) => setTimeout(act, ms),
  every: (act, ms) => setInterval(act, ms),
  cancel: (timer) => clearTimeout(timer),
});
