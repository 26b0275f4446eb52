/* A sheet that has been filled in, as Markdown and as CSV. */
import { csvText } from "../files.js";
import { filledRows, shownOf } from "./content.js";

/** @typedef {import("./content.js").Sheet} Sheet */
/** @typedef {import("./content.js").Content} Content */

/** A value as it stands within a line of Markdown (CommonMark): no table is broken by it, and nothing becomes HTML.
 * @param {string} value */
const inLine = (value) =>
  value
    .trim()
    .replace(/[\\|<]/g, "\\$&")
    .replace(/\s*\n\s*/g, "<br>");

/** @param {string} name @param {string} value */
const line = (name, value) => `- **${inLine(name)}** ${inLine(value)}`.trimEnd();

/** @param {string[]} cells */
const tableRow = (cells) => `| ${cells.map(inLine).join(" | ")} |`;

/** What a row is called: "Decision 3". @param {Sheet} sheet @param {number} number */
export const nameOfRow = (sheet, number) => `${sheet.row.charAt(0).toUpperCase()}${sheet.row.slice(1)} ${number}`;

/** @param {Sheet} sheet @param {Content} content */
export function asMarkdown(sheet, content) {
  const lines = [`# ${sheet.title}`, ""];
  if (sheet.boxes.length) lines.push(...sheet.boxes.map((box) => line(box.name, shownOf(box, content.boxes))), "");
  const rows = filledRows(content);
  if (sheet.layout === "cards") {
    for (const [number, row] of rows.entries()) {
      lines.push(`## ${nameOfRow(sheet, number + 1)}`, "");
      lines.push(...sheet.columns.map((box) => line(box.name, shownOf(box, row))), "");
    }
  } else if (rows.length) {
    lines.push(tableRow(sheet.columns.map((box) => box.name)), tableRow(sheet.columns.map(() => "---")));
    lines.push(...rows.map((row) => tableRow(sheet.columns.map((box) => shownOf(box, row)))), "");
  }
  return lines.join("\n");
}

/** A row for each row of the sheet, with what is filled in once at its end; a sheet without rows has its boxes below each
 * other. @param {Sheet} sheet @param {Content} content */
export function asCsv(sheet, content) {
  const once = sheet.boxes.map((box) => shownOf(box, content.boxes));
  const separator = sheet.words.separator;
  if (!sheet.columns.length) {
    const head = [sheet.words.box, sheet.words.answer];
    return csvText([head, ...sheet.boxes.map((box, number) => [box.name, once[number]])], separator);
  }
  const names = [...sheet.columns, ...sheet.boxes].map((box) => box.name);
  const rows = filledRows(content);
  const filled = (rows.length ? rows : [{}]).map((row) => [...sheet.columns.map((box) => shownOf(box, row)), ...once]);
  return csvText([names, ...filled], separator);
}
