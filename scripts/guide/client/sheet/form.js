/* The form of a sheet: what stands in its boxes, and which of its rows are seen. All rows are in the page, as many as on
   paper; a script hides those that nobody has asked for, and so never makes or numbers any. */
import { the } from "../finding.js";

/** @typedef {import("./content.js").Sheet} Sheet */
/** @typedef {import("./content.js").Box} Box */
/** @typedef {HTMLTextAreaElement | HTMLSelectElement} Field */

/** Rows that are seen at first: enough to see that there are several, few enough for a phone. */
const FIRST_ROWS = 3;
const FIRST_CARDS = 1;
/** A box grows with its text up to this many lines. */
const MOST_LINES = 40;

export class SheetForm {
  /** @type {HTMLFormElement} */
  #form;
  /** @type {Sheet} */
  #sheet;
  /** @type {HTMLFieldSetElement[]} */
  rows;

  /** @param {HTMLFormElement} form @param {Sheet} sheet */
  constructor(form, sheet) {
    this.#form = form;
    this.#sheet = sheet;
    this.rows = [...form.querySelectorAll("fieldset")];
    for (const area of form.querySelectorAll("textarea")) area.dataset.rows = String(area.rows);
    this.seeRows(0);
  }

  get first() {
    return this.#sheet.layout === "cards" ? FIRST_CARDS : FIRST_ROWS;
  }

  get seen() {
    return this.rows.filter((row) => !row.hidden).length;
  }

  /** Shows the first rows, at least as many as at first. @param {number} count */
  seeRows(count) {
    for (const [number, row] of this.rows.entries()) row.hidden = number >= Math.max(count, this.first);
  }

  /** @param {string} prefix @param {Box[]} boxes @returns {[Box, Field][]} */
  #fields(prefix, boxes) {
    return boxes.map((box) => {
      const field = this.#form.elements.namedItem(`${prefix}-${box.id}`);
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return [box, field];
      throw new Error(`no box ${prefix}-${box.id}`);
    });
  }

  /** @param {string} prefix @param {Box[]} boxes @returns {import("./content.js").Values} */
  #read(prefix, boxes) {
    const filled = this.#fields(prefix, boxes).filter(([, field]) => field.value);
    return Object.fromEntries(filled.map(([box, field]) => [box.id, field.value]));
  }

  /** @param {string} prefix @param {Box[]} boxes @param {import("./content.js").Values} values */
  #write(prefix, boxes, values) {
    for (const [box, field] of this.#fields(prefix, boxes)) {
      field.value = values[box.id] ?? "";
      if (field instanceof HTMLTextAreaElement) this.grow(field);
    }
  }

  /** What is filled in, without empty rows at the end. @returns {import("./content.js").Content} */
  get content() {
    const rows = this.rows.map((_, number) => this.#read(`row-${number + 1}`, this.#sheet.columns));
    while (rows.length && !Object.keys(rows[rows.length - 1]).length) rows.pop();
    return { boxes: this.#read("box", this.#sheet.boxes), rows };
  }

  set content({ boxes, rows }) {
    this.seeRows(rows.length);
    this.#write("box", this.#sheet.boxes, boxes);
    for (const number of this.rows.keys()) {
      this.#write(`row-${number + 1}`, this.#sheet.columns, rows[number] ?? {});
    }
  }

  /** Shows one row more, and leads to it. */
  addRow() {
    const row = this.rows[this.seen];
    row.hidden = false;
    the(row, "textarea, select", HTMLElement).focus();
  }

  /** Takes a row away; those after it move up. @param {number} number From 0 */
  removeRow(number) {
    const { seen } = this;
    const { boxes, rows } = this.content;
    this.content = { boxes, rows: rows.filter((_, index) => index !== number) };
    this.seeRows(seen - 1);
    the(this.rows[Math.min(number, this.seen - 1)], "textarea, select", HTMLElement).focus();
  }

  /** Makes a box as high as its text. @param {HTMLTextAreaElement} area */
  grow(area) {
    area.rows = Number(area.dataset.rows);
    while (area.scrollHeight > area.clientHeight && area.rows < MOST_LINES) area.rows += 1;
  }
}
