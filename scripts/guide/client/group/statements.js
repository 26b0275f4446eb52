/* What a group answered to each statement: a table for each dimension, in which every number has its bar above it. */
import { draw } from "../assessment/drawing.js";
import { make } from "../dom.js";
import { headCell, makeHeading } from "../tool.js";

/** @typedef {import("./picture.js").StatementPicture} Asked */
/** @typedef {{ name: string, statements: { text: string, picture: Asked | null }[] }} AskedPart */

const BAR_WIDTH = 40;
const BAR_HEIGHT = 16;

/** @param {number} count @param {number} most */
function cellOf(count, most) {
  const cell = make("td");
  const bar = draw("svg", {
    viewBox: `0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  const height = (BAR_HEIGHT * count) / most;
  bar.append(draw("rect", { x: 0, y: BAR_HEIGHT - height, width: BAR_WIDTH, height, class: "guide-tool__person" }));
  cell.append(bar, String(count));
  return cell;
}

/** @param {AskedPart["statements"][number]} statement @param {Record<string, string>} words */
function bodyOf({ text, picture }, words) {
  const body = make("tbody");
  const head = make("tr");
  const row = make("tr");
  const name = headCell(text, "rowgroup");
  name.colSpan = 6;
  head.append(name);
  if (picture) {
    const counts = [...picture.counts, picture.unknown];
    row.append(...counts.map((count) => cellOf(count, Math.max(...counts))));
  } else {
    const cell = make("td", "", words["too-few"]);
    cell.colSpan = 6;
    row.append(cell);
  }
  body.append(head, row);
  return body;
}

/** @param {AskedPart[]} parts @param {string} title @param {Record<string, string>} words */
export function statementTables(parts, title, words) {
  const box = make("div", "guide-tool__parts");
  box.append(makeHeading(title), make("p", "", words["statements-say"]));
  for (const { name, statements } of parts) {
    const table = make("table");
    const top = make("thead");
    const head = make("tr");
    const unknown = headCell("?", "col");
    unknown.setAttribute("aria-label", words.unknown);
    head.append(...[1, 2, 3, 4, 5].map((step) => headCell(String(step), "col")), unknown);
    top.append(head);
    table.append(make("caption", "", name), top, ...statements.map((one) => bodyOf(one, words)));
    box.append(table);
  }
  return box;
}
