/** Where the ticks of a time axis stand: on round times of the kiosk's own clock. Pure. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY];

/**
 * @param offset what the zone's clock is ahead of UTC (ms)
 * @returns {{step: number, ticks: number[]}} at most `most` + 1 ticks
 */
export function timeTicks(from, to, most, offset) {
  const step = STEPS.find((each) => (to - from) / each <= most) ?? STEPS.at(-1);
  const ticks = [];
  for (let t = Math.ceil((from + offset) / step) * step - offset; t <= to && ticks.length <= most; t += step) ticks.push(t);
  return { step, ticks };
}

export const isDayStep = (step) => step >= DAY;
