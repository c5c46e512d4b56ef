/** Which of several statuses a person must see first. Pure. */

export const WORST_FIRST = ["exceed", "warn", "stale", "insufficient", "pass"];

/** The status that a person must see first; "none" where nothing is judged. */
export function worst(statuses) {
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? "none";
}

/**
 * How a series or a venue stands, said to a person across the room. A broken or near limit comes first. "partial": whatever could
 * be judged is met, but not everything could. Only where nothing at all is known to be met do "stale" and "insufficient" speak.
 */
export function standing(statuses) {
  const top = worst(statuses);
  if (top === "exceed" || top === "warn" || !statuses.includes("pass")) return top;
  return statuses.every((status) => status === "pass") ? "pass" : "partial";
}

/**
 * The one remark a value carries: what is wrong with the reading before how it stands against a limit.
 * @returns {"stale"|"implausible"|"maintenance"|"suspect_clock"|"late"|"exceed"|"warn"|"partial"|"pass"|"insufficient"|"none"}
 */
export function remarkOn(row, isStale, status) {
  if (isStale) return "stale";
  if (row.quality && row.quality !== "good") return row.quality;
  return status;
}
