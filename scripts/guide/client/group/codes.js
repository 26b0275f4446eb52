/* Codes as people paste them – one a line, or parted by anything, with numbers or bullets before them – become answers, and
   what is not read is told by its line. */
import { codeLength, decode, lettersOf } from "../assessment/code.js";

/** @typedef {import("../assessment/code.js").Coded} Answer */
/** @typedef {import("../assessment/code.js").Asked} Asked */
/** @typedef {{ line: number, text: string, fault: "wrong" | "old" | "doubled" | "changed" | "both", other: number }} Fault
 *   `other` is the line that it repeats, else 0 */
/** @typedef {{ answers: Answer[], keys: string[], faults: Fault[] }} Codes */

/** As much of what is no code as is shown again. */
const SHOWN = 24;
const LIST_MARK = /^\s*(?:\d{1,3}[.):]|[-*•–])\s+/;

/** The pieces of a line that should be codes. @param {string} line @param {number} length */
function piecesOf(line, length) {
  return line.split(/[,;|\t"]+/).flatMap((part) => {
    const text = part.replace(LIST_MARK, "").replace(/^.*:/, "").trim();
    const words = text.split(/\s+/);
    if (words.some((word) => lettersOf(word).length === length)) return words;
    const letters = lettersOf(text);
    if (letters.length > length && letters.length % length === 0)
      return letters.match(RegExp(`.{${length}}`, "g")) ?? [];
    return lettersOf(text) ? [text] : [];
  });
}

/** What stands in a field. Of two codes from one form the later is counted.
 * @param {string} text @param {Asked} asked @param {Codes} [before] Those of an earlier measurement
 * @returns {Codes} */
export function readCodes(text, asked, before) {
  /** @type {Map<number, { key: string, line: number, answer: Answer }>} */
  const byTag = new Map();
  /** @type {Fault[]} */
  const faults = [];
  for (const [number, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const piece of piecesOf(line, codeLength(asked.count))) {
      const found = decode(piece, asked);
      const key = lettersOf(piece);
      /** @param {Fault["fault"]} fault @param {number} [other] */
      const note = (fault, other = 0) => faults.push({ line: number + 1, text: piece.slice(0, SHOWN), fault, other });
      if (typeof found === "string") {
        note(found);
        continue;
      }
      const former = byTag.get(found.tag);
      if (before?.keys.includes(key)) note("both");
      else if (former?.key === key) note("doubled", former.line);
      else {
        if (former) note("changed", former.line);
        byTag.set(found.tag, { key, line: number + 1, answer: found });
      }
    }
  }
  const kept = [...byTag.values()];
  return { answers: kept.map(({ answer }) => answer), keys: kept.map(({ key }) => key), faults };
}

/** Whether two pictures, one of these codes and one of those, would show what fewer than the fewest have answered, to
 * whoever sees both. @param {string[]} former @param {string[]} now @param {number} fewest */
export function tellsOfFew(former, now, fewest) {
  const apart = now.filter((key) => !former.includes(key)).length + former.filter((key) => !now.includes(key)).length;
  return former.length > 0 && apart > 0 && apart < fewest;
}
