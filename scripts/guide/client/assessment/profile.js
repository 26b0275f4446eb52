/* From answers to a profile: sums only. How it is shown is in result.js and figure.js, the form in assessment.js. */

/** @typedef {{ id: string, name: string, statements: string[] }} Part A dimension */
/** @typedef {Record<string, number>} Answers By statement: 1 to 5, or 0 for "don't know"; none where not answered */
/** @typedef {{ id: string, name: string, mean: number | null, lowest: number, highest: number, count: number,
 *   of: number, unsure: number }} PartResult */
/** @typedef {{ verdict: "few" | "unsure" | "ready", parts: PartResult[], low: string[], widest: string | null,
 *   unknown: string[] }} Profile */

/** Of the dimensions, this share needs a mean before a profile says anything: four in six. */
const SHARE_NEEDED = 2 / 3;
/** A mean below this is called low: the middle of the scale. */
const MIDDLE = 3;
/** Answers in one dimension that are so far apart are worth a question. */
const WIDE = 3;

/** @param {Part} part @param {Answers} answers @param {number} fewest @returns {PartResult} */
function resultOf(part, answers, fewest) {
  const given = part.statements.map((id) => answers[id]).filter((answer) => answer !== undefined);
  const known = given.filter((answer) => answer > 0);
  const isEnough = known.length >= fewest;
  return {
    id: part.id,
    name: part.name,
    mean: isEnough ? known.reduce((sum, answer) => sum + answer, 0) / known.length : null,
    lowest: isEnough ? Math.min(...known) : 0,
    highest: isEnough ? Math.max(...known) : 0,
    count: known.length,
    of: part.statements.length,
    unsure: given.length - known.length,
  };
}

/** What the answers say together, and which dimensions to talk about; "low" holds the lowest first.
 * @param {Part[]} dimensions @param {Answers} answers @param {number} fewest Answers that a mean needs
 * @returns {Profile} */
export function profileOf(dimensions, answers, fewest) {
  const parts = dimensions.map((part) => resultOf(part, answers, fewest));
  const all = parts.reduce((sum, part) => sum + part.of, 0);
  const unsure = parts.reduce((sum, part) => sum + part.unsure, 0);
  const withMean = parts.filter((part) => part.mean !== null);
  /** @type {Profile["verdict"]} */
  let verdict = "ready";
  if (unsure * 2 >= all) verdict = "unsure";
  else if (withMean.length < dimensions.length * SHARE_NEEDED) verdict = "few";
  const low = withMean.filter((part) => Number(part.mean) < MIDDLE).sort((a, b) => Number(a.mean) - Number(b.mean));
  const wide = withMean.filter((part) => part.highest - part.lowest >= WIDE);
  wide.sort((a, b) => b.highest - b.lowest - (a.highest - a.lowest));
  return {
    verdict,
    parts,
    low: low.map((part) => part.id),
    widest: wide.length ? wide[0].id : null,
    unknown: dimensions.flatMap((part) => part.statements).filter((id) => answers[id] === 0),
  };
}

/** How many statements have an answer, "don't know" too. @param {Answers} answers */
export const answered = (answers) => Object.keys(answers).length;

/** A mean with one decimal, as the page's language writes it. @param {number} mean @param {string} language */
export const written = (mean, language) =>
  mean.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
