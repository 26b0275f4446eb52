/* What several tools share: words with values in them, tables, buttons that print one part of a page, and a text that can
   be copied. Nothing here knows what they are for. */
import { copy } from "./copying.js";
import { make, makeButton } from "./dom.js";
import { printPart } from "./printing.js";
import { sayRoles } from "./table-roles.js";

/** A text of the words file with its places ({}) filled in, in order. @param {string} text
 * @param {...(string | number)} values */
export const said = (text, ...values) =>
  values.reduce((/** @type {string} */ all, value) => all.replace("{}", () => `${value}`), text);

/** A heading within a tool's result: it stands below a section of the page, or, in another site's frame, below the title.
 * @param {string} [text] */
export const makeHeading = (text) => make(document.querySelector("main h2") ? "h3" : "h2", "", text);

/** @param {string} text @param {"col" | "row" | "rowgroup"} scope */
export function headCell(text, scope) {
  const cell = make("th", "", text);
  cell.scope = scope;
  return cell;
}

/** A table whose first column names the rows. On a phone it is laid out as a grid, which some browsers then call no table:
 * so its roles are said. @param {string} label What it is called, for those who do not see it
 * @param {string[]} columns @param {string[][]} rows */
export function toolTable(label, columns, rows) {
  const box = make("div", "table-box");
  const table = make("table");
  const top = make("thead");
  const body = make("tbody");
  const head = make("tr");
  head.append(...columns.map((column) => headCell(column, "col")));
  top.append(head);
  for (const [name, ...values] of rows) {
    const row = make("tr");
    row.append(headCell(name, "row"), ...values.map((value) => make("td", "", value)));
    body.append(row);
  }
  table.setAttribute("aria-label", label);
  table.append(top, body);
  sayRoles([table, ...table.querySelectorAll("*")]);
  box.append(table);
  return box;
}

/** @param {string} text @param {"form" | "result"} part What it prints of the tool */
export const printButton = (text, part) => makeButton("guide-tool__button", text, () => printPart(part));

/** Whether the reader is sure. In another site's frame browsers show no such question and say no to it: there the press is
 * the answer, as it would else do nothing. @param {string} question */
export const isSure = (question) => window.parent !== window || window.confirm(question);

/** A button that copies a text, and says so; where the browser does not let it, the text is marked to copy by hand.
 * @param {HTMLElement} shown What holds the text @param {{ copy: string, copied: string, "by-hand": string }} words */
export function copyButton(shown, words) {
  const status = make("span", "guide-tool__status");
  status.setAttribute("role", "status");
  const button = makeButton("guide-tool__button", words.copy, async () => {
    const isDone = await copy(shown.textContent ?? "", button);
    if (!isDone) window.getSelection()?.selectAllChildren(shown);
    status.textContent = isDone ? words.copied : words["by-hand"];
  });
  const box = make("p", "guide-tool__buttons");
  box.append(button, status);
  return box;
}
