/* What a run of values says: its median, and whether many in a row lie on one side of it. Sums only. */

/** @typedef {import("./values.js").Point} Point */

/** The median is that of so many values at the start. With fewer, at most half lie on one side, and no run is a sign. */
export const BASELINE = 12;
/** So many in a row on one side are a sign (measure/choosing-and-using.md#control-charts, where the claim is cited). */
const SIGN = 7;

/** @param {number[]} values At least one */
export function medianOf(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What can be said of a series. @param {Point[]} points In the order of time, at least one
 * @returns {{ median: number, of: number, sign: { from: string, to: string, count: number } | null }} The last run that is
 * a sign, null where there is none */
export function runOf(points) {
  const start = points.slice(0, BASELINE).map(([, value]) => value);
  const median = medianOf(start);
  let sign = null;
  let side = 0;
  /** @type {string[]} */
  let days = [];
  for (const [day, value] of points) {
    const now = Math.sign(value - median);
    if (now === 0) continue; // On the line: neither ends a run nor counts in it.
    days = now === side ? [...days, day] : [day];
    side = now;
    if (days.length >= SIGN) sign = { from: days[0], to: day, count: days.length };
  }
  return { median, of: start.length, sign };
}
