import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pathOf, Trace } from "../../../web/js/trace.js";

const MINUTE = 60_000;
const traceOf = (times, more = {}) => {
  const trace = new Trace({ span: 100 * MINUTE, every: MINUTE, ...more });
  trace.load(times.map((t) => [t * MINUTE, 1, 2, 3, 4]), MINUTE);
  return trace;
};

describe("a trace", () => {
  it("breaks where neighbours are further apart than three intervals and two and a half buckets", () => {
    const shape = (trace) => trace.withGaps().map((bucket) => bucket && bucket[0] / MINUTE);
    assert.deepEqual(shape(traceOf([1, 2, 5, 9])), [1, 2, 5, null, 9]);
    assert.deepEqual(shape(traceOf([1, 2, 5, 9], { every: null })), [1, 2, null, 5, null, 9]);
  });

  it("takes a reading into its bucket, and a later one into the next", () => {
    const trace = traceOf([1]);
    trace.add(1.5 * MINUTE, 12);
    assert.deepEqual(trace.last, [MINUTE, 1, 4, 12, 5]);
    trace.add(2.2 * MINUTE, 7);
    assert.deepEqual(trace.last, [2 * MINUTE, 7, 7, 7, 1]);
  });

  it("leaves a reading older than its last bucket to the next load", () => {
    const trace = traceOf([5]);
    assert.equal(trace.add(4 * MINUTE, 9), false);
    assert.equal(trace.length, 1);
  });

  it("does not average a direction", () => {
    const trace = traceOf([], { keepsLast: true });
    trace.add(0, 350);
    trace.add(1, 10);
    assert.equal(trace.last[2], 10);
  });

  it("forgets what left the window, all of it if need be", () => {
    const trace = traceOf([1, 50, 120]);
    trace.trim(125 * MINUTE);
    assert.equal(trace.length, 2);
    trace.trim(1000 * MINUTE);
    assert.equal(trace.length, 0);
  });

  it("stays bounded however long it runs", () => {
    const trace = new Trace({ span: Infinity, every: 1000, resolution: 1000 });
    for (let t = 0; t < 10_000; t++) trace.add(t * 1000, t);
    assert.ok(trace.length <= 2000);
  });
});

describe("a path", () => {
  it("lifts the pen at a gap", () => {
    const box = { from: 0, to: 10, low: 0, high: 10, width: 100, height: 10 };
    assert.equal(pathOf([[0, 0, 0], [5, 0, 5], null, [10, 0, 10]], box), "M0 10L50 5M100 0");
    assert.equal(pathOf([], box), "");
  });
});
