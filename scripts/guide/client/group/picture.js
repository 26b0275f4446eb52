/* From codes to a group's picture: sums only. Nothing is given of fewer than the fewest, nor of a group that one could
   work out by taking one from another. */
import { decode } from "../assessment/code.js";

/** @typedef {import("../assessment/code.js").Coded} Answer */
/** @typedef {{ line: number, text: string, fault: "wrong" | "old" | "doubled" }} Fault */
/** @typedef {{ count: number, mean: number, lowest: number, highest: number, values: number[] }} Spread */
/** @typedef {{ all: Spread | null, managers: Spread | null, staff: Spread | null }} DimensionPicture */

/** @param {string} text One code a line @param {number} version
 * @returns {{ answers: Answer[], faults: Fault[] }} */
export function readCodes(text, version) {
  /** @type {Answer[]} */
  const answers = [];
  /** @type {Fault[]} */
  const faults = [];
  const seen = new Set();
  for (const [number, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const found = decode(line, version);
    const key = line.toUpperCase().replace(/[\s\-–—]/g, "");
    /** @param {Fault["fault"]} fault */
    const note = (fault) => faults.push({ line: number + 1, text: line.trim().slice(0, 20), fault });
    if (typeof found === "string") note(found);
    else if (seen.has(key)) note("doubled");
    else answers.push(found);
    seen.add(key);
  }
  return { answers, faults };
}

/** @param {number[]} values @param {number} fewest @returns {Spread | null} */
function spreadOf(values, fewest) {
  if (values.length < fewest) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { count: sorted.length, mean, lowest: sorted[0], highest: sorted[sorted.length - 1], values: sorted };
}

/** What a group says of each dimension; null where too few say anything. Managers and staff are told apart only where
 * both are enough, in the dimension too: else the one could be had from all less the other.
 * @param {Answer[]} answers @param {number} dimensions @param {number} fewest @returns {DimensionPicture[]} */
export function pictureOf(answers, dimensions, fewest) {
  return Array.from({ length: dimensions }, (_, at) => {
    /** @param {Answer[]} some */
    const values = (some) => some.flatMap(({ means }) => (means[at] === null ? [] : [Number(means[at])]));
    const managers = spreadOf(values(answers.filter((answer) => answer.isManager)), fewest);
    const staff = spreadOf(values(answers.filter((answer) => !answer.isManager)), fewest);
    const isApart = managers !== null && staff !== null;
    return {
      all: spreadOf(values(answers), fewest),
      managers: isApart ? managers : null,
      staff: isApart ? staff : null,
    };
  });
}

/** @param {Spread} spread */
const variance = ({ values, mean }) =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);

/** How a second measurement lies beside a first: less than twice the standard error of the difference is what chance
 * alone often gives. @param {Spread} first @param {Spread} second @returns {"alike" | "higher" | "lower"} */
export function compare(first, second) {
  const error = Math.sqrt(variance(first) / first.count + variance(second) / second.count);
  const difference = second.mean - first.mean;
  if (difference === 0 || Math.abs(difference) < Math.max(2 * error, 0.25)) return "alike";
  return difference > 0 ? "higher" : "lower";
}
