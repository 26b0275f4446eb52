/* What has been filled in on a sheet, as the text of a file or of the browser's store, and back. Whatever comes back may
   have been changed by anybody: what does not fit is left out, and told to be. */

/** @typedef {{ id: string, name: string, choices: Record<string, string> }} Box */
/** @typedef {{ id: string, version: number, title: string, row: string, file: string, layout: "rows" | "cards",
 *   most: number, longest: number, boxes: Box[], columns: Box[], words: Record<string, string> }} Sheet */
/** @typedef {Record<string, string>} Values By the box's id */
/** @typedef {{ boxes: Values, rows: Values[] }} Content */
/** @typedef {{ content: Content, problem: "" | "partly" | "damaged" | "other-tool" }} Found */

/** @param {Values} values */
const hasAny = (values) => Object.values(values).some((value) => value.trim());

/** Whether nothing is filled in. @param {Content} content */
export const isEmpty = ({ boxes, rows }) => !hasAny(boxes) && !rows.some(hasAny);

/** The rows that say something. @param {Content} content */
export const filledRows = ({ rows }) => rows.filter(hasAny);

/** What is shown of a box: what was written, or the words for what was chosen. @param {Box} box @param {Values} values */
export const shownOf = (box, values) => box.choices[values[box.id] ?? ""] ?? values[box.id] ?? "";

/** @param {Sheet} sheet @param {Content} content */
export const asText = (sheet, content) =>
  `${JSON.stringify({ tool: sheet.id, version: sheet.version, ...content }, null, 1)}\n`;

/** @param {unknown} value @returns {[string, unknown][]} */
const entriesOf = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

/** Reads a text that this sheet, or another tool, or anybody else has written. @param {string} text @param {Sheet} sheet
 * @returns {Found} */
export function fromText(text, sheet) {
  /** @type {Content} */
  const content = { boxes: {}, rows: [] };
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return { content, problem: "damaged" };
  }
  const { tool, version, boxes, rows } = Object.fromEntries(entriesOf(found));
  if (typeof tool !== "string") return { content, problem: "damaged" };
  if (tool !== sheet.id) return { content, problem: "other-tool" };

  let isWhole = version === sheet.version;
  /** @param {unknown} values @param {Box[]} known @returns {Values} */
  const read = (values, known) => {
    const fitting = entriesOf(values).filter(([id, value]) => {
      const box = known.find((each) => each.id === id);
      if (!box || typeof value !== "string" || value.length > sheet.longest) return false;
      return !value || !Object.keys(box.choices).length || Object.hasOwn(box.choices, value);
    });
    if (fitting.length < entriesOf(values).length) isWhole = false;
    return /** @type {Values} */ (Object.fromEntries(fitting));
  };
  content.boxes = read(boxes, sheet.boxes);
  const given = Array.isArray(rows) ? rows : [];
  content.rows = given.slice(0, sheet.most).map((row) => read(row, sheet.columns));
  if (given.length > sheet.most || (rows !== undefined && !Array.isArray(rows))) isWhole = false;
  if (!isWhole && isEmpty(content)) return { content, problem: "damaged" };
  return { content, problem: isWhole ? "" : "partly" };
}
