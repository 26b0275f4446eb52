/* The answers as text that a browser can keep, and back. Whatever stands in the store may have been changed by anybody:
   what does not fit is no answer. */

/** @typedef {{ answers: Record<string, number>, notes: Record<string, string>, role: string, sector: string }} Filled */

/** More letters than this are no note of ours. */
const LONGEST_NOTE = 5000;

/** @param {Filled} filled @param {number} version */
export const asText = (filled, version) => JSON.stringify({ version, ...filled });

/** What was kept, or null where nothing of it can be used.
 * @param {string} text @param {number} version @param {string[]} statements Their ids @returns {Filled | null} */
export function fromText(text, version, statements) {
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof found !== "object" || found === null || found.version !== version) return null;
  const isAnswer = (/** @type {unknown} */ value) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 5;
  const isNote = (/** @type {unknown} */ value) => typeof value === "string" && value.length <= LONGEST_NOTE;
  const entriesOf = (/** @type {unknown} */ value) =>
    typeof value === "object" && value !== null ? Object.entries(value) : [];
  return {
    answers: Object.fromEntries(
      entriesOf(found.answers).filter(([id, value]) => statements.includes(id) && isAnswer(value)),
    ),
    notes: Object.fromEntries(entriesOf(found.notes).filter(([, value]) => isNote(value))),
    role: String(found.role),
    sector: String(found.sector),
  };
}
