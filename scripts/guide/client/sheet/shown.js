/* A sheet as it is shown, and printed, once it has been filled in: what stands once as lines, rows as a table, cards one
   below the other. */
import { make } from "../dom.js";
import { filledRows, shownOf } from "./content.js";
import { nameOfRow } from "./writing.js";

/** @typedef {import("./content.js").Box} Box */

/** What was written, with its lines. @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {string} text */
function written(tag, text) {
  const element = make(tag);
  for (const [number, line] of text.trim().split("\n").entries()) element.append(...(number ? [make("br")] : []), line);
  return element;
}

/** Boxes with what stands in them; those that are empty are left out. @param {Box[]} boxes
 * @param {import("./content.js").Values} values */
function listOf(boxes, values) {
  const list = make("dl");
  for (const box of boxes) {
    const text = shownOf(box, values);
    if (text.trim()) list.append(make("dt", "", box.name), written("dd", text));
  }
  return list;
}

/** @param {import("./content.js").Sheet} sheet @param {import("./content.js").Values[]} rows */
function tableOf(sheet, rows) {
  const box = make("div", "table-box");
  const table = make("table");
  const top = make("thead");
  const head = make("tr");
  const body = make("tbody");
  for (const column of sheet.columns) {
    const cell = make("th", "", column.name);
    cell.scope = "col";
    head.append(cell);
  }
  for (const row of rows) {
    const line = make("tr");
    line.append(...sheet.columns.map((column) => written("td", shownOf(column, row))));
    body.append(line);
  }
  top.append(head);
  table.append(top, body);
  table.setAttribute("aria-label", sheet.title);
  box.append(table);
  box.tabIndex = 0; // On a phone it may have to be scrolled, by keyboard too.
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", sheet.title);
  return box;
}

/** @param {import("./content.js").Sheet} sheet @param {import("./content.js").Content} content */
export function sheetParts(sheet, content) {
  const parts = sheet.boxes.length ? [/** @type {HTMLElement} */ (listOf(sheet.boxes, content.boxes))] : [];
  const rows = filledRows(content);
  if (!rows.length) return parts;
  if (sheet.layout === "rows") return [...parts, tableOf(sheet, rows)];
  for (const [number, row] of rows.entries()) {
    parts.push(make("h4", "", nameOfRow(sheet, number + 1)), listOf(sheet.columns, row));
  }
  return parts;
}
