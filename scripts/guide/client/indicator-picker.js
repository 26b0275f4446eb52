/* The indicator picker (scripts/guide/pages/indicator_picker.py writes the lists, with all words in data-guide-picker): a
   balanced set for a purpose, files to fill in, and a run chart of what was filled in. Nothing is sent, and nothing kept
   unless the reader asks for it. */
import { csvRows } from "./csv.js";
import { make, makeButton, makeLink } from "./dom.js";
import { csvText, fileName, makeFileButton, saveFile, textOfFile } from "./files.js";
import { drawRun } from "./picker/chart.js";
import { chosenFor } from "./picker/choosing.js";
import { BASELINE, runOf } from "./picker/runs.js";
import { dayOf, daysOf, inOrder, keptSeries, MOST_POINTS, numberOf, seriesOf } from "./picker/values.js";
import { root } from "./site.js";
import { discard, store, stored } from "./storing.js";
import { printButton, said, toolTable } from "./tool.js";
import { workbookRows } from "./unpacking.js";
import { WORKBOOK_FILE, workbookFile } from "./workbook.js";

/** @typedef {import("./picker/choosing.js").PickerGiven} PickerGiven */
/** @typedef {import("./picker/values.js").Point} Point */

const KEPT_AS = "guide-indicator-picker";
const WORKBOOK = /\.xlsx$/i;
/** Bytes of a file that was filled in. */
const BIGGEST_SHEET = 2_000_000;
/** Rows to fill in at first, and so many more each time. */
const EMPTY_ROWS = 12;
const IN_TEXT = ["shows", "definition", "source", "how-often", "says", "misleads"];
const SECTORS_KNOWN = ["state", "region", "municipality"];

class Picker {
  /** @type {string[]} */
  #chosen = [];
  /** @type {import("./picker/values.js").Series} */
  #series = {};
  #purpose = make("select");
  #sector = make("select");
  #count = make("select");
  #more = make("select");
  #measure = make("select");
  #keep = make("input");
  #status = make("p", "guide-tool__status");
  #opened = make("p", "guide-tool__status");
  #result = make("section", "guide-tool__result");
  #set = make("div");
  #filling = make("div");
  #chart = make("div");
  #rows = EMPTY_ROWS;

  /** @param {HTMLElement} tool */
  constructor(tool) {
    /** @type {PickerGiven} */
    this.given = JSON.parse(tool.dataset.guidePicker ?? "");
    this.words = this.given.words;
    this.language = document.documentElement.lang;
    this.tool = tool;
    this.byId = new Map(this.given.measures.map((measure) => [measure.id, measure]));
    this.written = (/** @type {number} */ value) => value.toLocaleString(this.language, { maximumFractionDigits: 2 });
    this.#makeForm();
    this.#makeResult();
    this.#bringBack();
    this.#listen();
  }

  /** @param {string} id */
  nameOf(id) {
    return this.byId.get(id)?.name ?? id;
  }

  // What is asked

  /** @param {HTMLSelectElement} select @param {string} text @param {[string, string][]} options Values with their names */
  #labelled(select, text, options) {
    const label = make("label", "", `${text} `);
    select.append(...options.map(([value, name]) => new Option(name, value)));
    label.append(select);
    return label;
  }

  #makeForm() {
    const { words, given } = this;
    const form = make("form", "guide-picker");
    const fields = make("div", "guide-assessment__who");
    const show = make("button", "guide-tool__button", words.show);
    show.type = "submit";
    fields.append(
      this.#labelled(this.#purpose, words.purpose, given.purposes.map(({ id, name }) => [id, name])), // prettier-ignore
      this.#labelled(this.#sector, words.sector, SECTORS_KNOWN.map((id) => [id, words[id]])), // prettier-ignore
      this.#labelled(this.#count, words.count, given.counts.map((count) => [`${count}`, `${count}`])), // prettier-ignore
    );
    this.#sector.value = "municipality";
    const buttons = make("div", "guide-tool__buttons");
    buttons.append(
      show,
      makeFileButton("guide-tool__button", words.open, ".csv,.xlsx,text/csv", (file) => this.#open(file)),
    );
    this.#opened.setAttribute("role", "status");
    form.append(fields, buttons, this.#opened);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#choose();
    });
    this.tool.prepend(form);
  }

  #makeResult() {
    const { words } = this;
    const heading = make("h3", "", words.result);
    const again = makeButton("guide-tool__button", words.again, () => this.#startOver());
    const label = make("label", "guide-tool__keep");
    const foot = make("div", "guide-tool__buttons");
    heading.tabIndex = -1;
    this.#keep.type = "checkbox";
    label.append(this.#keep, ` ${words.keep}`);
    foot.append(printButton(words["print-result"], "result"), again);
    this.#status.setAttribute("role", "status");
    this.#result.hidden = true;
    this.#result.append(heading, this.#set, this.#filling, label, make("p", "", words.private), this.#status, foot);
    this.tool.querySelector("form")?.after(this.#result);
  }

  #choose() {
    this.#chosen = chosenFor(this.given, this.#purpose.value, this.#sector.value, Number(this.#count.value));
    this.#show();
    this.#store();
  }

  // What is chosen

  #show() {
    this.#result.hidden = false;
    this.#showSet();
    this.#showFilling();
    this.#result.querySelector("h3")?.focus();
  }

  #showSet() {
    const { words, given } = this;
    const perspectives = given.perspectives.flatMap(({ id, name }) => {
      const measures = this.#chosen.filter((one) => this.byId.get(one)?.perspective === id);
      return measures.length ? [make("h4", "", name), ...measures.map((one) => this.#card(one))] : [];
    });
    const missing = given.perspectives.filter(({ id }) => !this.#chosen.some((one) => this.byId.get(one)?.perspective === id)); // prettier-ignore
    const says = this.#chosen.length > given.counts[0] ? words.many : words.enough;
    const balance = missing.length
      ? [make("p", "", said(words.lacks, missing.map(({ name }) => name).join(", ")))]
      : [];
    this.#set.replaceChildren(make("p", "", says), ...balance, ...perspectives, this.#adding(), this.#takingAlong());
  }

  /** @param {string} id */
  #card(id) {
    const found = this.tool.querySelector(`.guide-picker__all [data-measure="${id}"]`);
    const card = make("div", "guide-picker__card");
    if (found) card.append(found.cloneNode(true));
    const remove = makeButton("guide-tool__button", this.words.remove, () => {
      this.#chosen = this.#chosen.filter((one) => one !== id);
      this.#changed();
      this.#more.focus();
    });
    remove.setAttribute("aria-label", `${this.words.remove}: ${this.nameOf(id)}`);
    card.append(remove);
    return card;
  }

  #adding() {
    const box = make("p", "guide-tool__buttons");
    const rest = this.given.measures.filter(({ id }) => !this.#chosen.includes(id));
    this.#more.replaceChildren();
    const label = this.#labelled(this.#more, this.words.more, rest.map(({ id, name }) => [id, name])); // prettier-ignore
    const add = makeButton("guide-tool__button", this.words.add, () => {
      if (this.#more.value) this.#chosen.push(this.#more.value);
      this.#changed();
      this.#more.focus();
    });
    box.append(label, add);
    return box;
  }

  #changed() {
    this.#showSet();
    this.#showFilling();
    this.#store();
  }

  // What is taken along

  #takingAlong() {
    const box = make("div", "guide-tool__buttons");
    box.append(
      makeButton("guide-tool__button", this.words.workbook, () => this.#workbook()),
      makeButton("guide-tool__button", this.words.csv, () => this.#csv()),
    );
    return box;
  }

  /** The sheet of values: a row for each day, with what has been filled in. @returns {(string | number)[][]} */
  get #sheet() {
    const days = daysOf(this.#series, this.#chosen);
    const valueAt = (/** @type {string} */ id, /** @type {string} */ day) =>
      (this.#series[id] ?? []).find(([one]) => one === day)?.[1] ?? "";
    return [
      [this.words.date, ...this.#chosen.map((id) => this.nameOf(id))],
      ...days.map((day) => [day, ...this.#chosen.map((id) => valueAt(id, day))]),
    ];
  }

  /** @param {string} ending @param {string} type @param {BlobPart} content */
  #handOver(ending, type, content) {
    const name = fileName(this.words.file, new Date(), ending);
    saveFile(name, type, content);
    this.#status.textContent = said(this.words.downloaded, name);
  }

  #workbook() {
    const { words, tool } = this;
    const textOf = (/** @type {string} */ id, /** @type {string} */ name) =>
      tool.querySelector(`[data-measure="${id}"] [data-field="${name}"]`)?.textContent ?? "";
    const head = [words.measure, ...IN_TEXT.map((name) => words[`field-${name}`])];
    const rows = this.#chosen.map((id) => [this.nameOf(id), ...IN_TEXT.map((name) => textOf(id, name))]);
    const file = workbookFile([
      { name: words["sheet-values"], widths: [14, ...this.#chosen.map(() => 22)], rows: this.#sheet },
      { name: words["sheet-measures"], widths: [24, ...IN_TEXT.map(() => 42)], rows: [head, ...rows] },
    ]);
    this.#handOver("xlsx", WORKBOOK_FILE, file);
  }

  #csv() {
    const decimal = this.given.decimal;
    const rows = this.#sheet.map((row) =>
      row.map((cell) => (typeof cell === "number" ? String(cell).replace(".", decimal) : cell)),
    );
    this.#handOver("csv", "text/csv", csvText(rows, this.words.separator));
  }

  /** @param {File} file */
  async #open(file) {
    const found = await this.#read(file);
    if (typeof found === "string") {
      this.#opened.textContent = this.words[found];
      return;
    }
    const ids = Object.keys(found.series);
    this.#series = { ...this.#series, ...found.series };
    this.#chosen = [...new Set([...ids, ...this.#chosen])].slice(0, this.given.counts[this.given.counts.length - 1]);
    this.#opened.textContent = said(this.words[found.skipped ? "opened-skipped" : "opened"], ids.length, found.skipped);
    this.#show();
    this.#store();
  }

  /** @param {File} file */
  async #read(file) {
    if (file.size > BIGGEST_SHEET) return "too-big";
    try {
      const isBook = WORKBOOK.test(file.name);
      const rows = isBook ? await workbookRows(await file.arrayBuffer()) : await this.#csvRows(file);
      return rows ? (seriesOf(rows, this.given.measures) ?? "not-ours") : "unreadable";
    } catch {
      return "unreadable";
    }
  }

  /** @param {File} file */
  async #csvRows(file) {
    const { text, problem } = await textOfFile(file, BIGGEST_SHEET);
    return problem ? null : csvRows(text);
  }

  // What is filled in

  #showFilling() {
    const { words } = this;
    const former = this.#measure.value;
    this.#measure.replaceChildren();
    if (!this.#chosen.length) {
      this.#filling.replaceChildren();
      return;
    }
    const label = this.#labelled(this.#measure, words["fill-which"], this.#chosen.map((id) => [id, this.nameOf(id)])); // prettier-ignore
    if (this.#chosen.includes(former)) this.#measure.value = former;
    this.#filling.replaceChildren(
      make("h3", "", words.fill),
      make("p", "guide-tool__status", words["fill-says"]),
      label,
    );
    this.#filling.append(this.#fields(), this.#chart);
    this.#draw();
  }

  /** A table to write in: days and values of the measure that is chosen. */
  #fields() {
    const { words } = this;
    const box = make("div");
    const points = this.#series[this.#measure.value] ?? [];
    const rows = Math.min(MOST_POINTS, Math.max(this.#rows, points.length + 1));
    const list = make("div", "guide-picker__values");
    for (let number = 0; number < rows; number++) list.append(...this.#pair(number, points[number]));
    const more = makeButton("guide-tool__button", words["more-rows"], () => {
      this.#rows = rows + EMPTY_ROWS;
      this.#showFilling();
      const next = this.#filling.querySelector(`[name="day-${rows}"]`);
      if (next instanceof HTMLElement) next.focus();
    });
    box.append(list, more);
    return box;
  }

  /** @param {number} number @param {Point} [point] */
  #pair(number, point) {
    const { words } = this;
    const day = make("input");
    const value = make("input");
    day.type = value.type = "text";
    day.name = `day-${number}`;
    value.name = `value-${number}`;
    day.placeholder = number ? "" : words["date-example"];
    value.inputMode = "decimal";
    day.setAttribute("aria-label", said(words["date-row"], number + 1));
    value.setAttribute("aria-label", said(words["value-row"], number + 1));
    if (point) {
      day.value = point[0];
      value.value = String(point[1]).replace(".", this.given.decimal);
    }
    return [day, value];
  }

  /** Reads the table. A row that lacks its day or its value is not there yet. */
  #readFields() {
    /** @type {Point[]} */
    const points = [];
    let wrong = 0;
    const fields = [...this.#filling.querySelectorAll("input")];
    for (let at = 0; at + 1 < fields.length; at += 2) {
      const [day, value] = [dayOf(fields[at].value), numberOf(fields[at + 1].value)];
      if (day && value !== null) points.push([day, value]);
      else if (fields[at].value.trim() && fields[at + 1].value.trim()) wrong += 1;
    }
    this.#series[this.#measure.value] = inOrder(points);
    return wrong;
  }

  #draw(wrong = 0) {
    const { words } = this;
    const id = this.#measure.value;
    const points = this.#series[id] ?? [];
    /** @type {(HTMLElement | SVGElement)[]} */
    const parts = wrong ? [make("p", "", said(words.wrong, wrong))] : [];
    if (points.length < 2) {
      this.#chart.replaceChildren(...parts, make("p", "", words["too-few"]));
      return;
    }
    const { median, of, sign } = runOf(points);
    const name = this.nameOf(id);
    const label = said(words["chart-label"], name);
    parts.push(make("h4", "", name), /** @type {SVGElement} */ (drawRun(points, median, { label, median: words.median }, this.written))); // prettier-ignore
    parts.push(
      make("p", "", said(of < BASELINE ? words["median-early"] : words["median-says"], this.written(median), of)),
    );
    if (of >= BASELINE)
      parts.push(make("p", "", sign ? said(words.sign, sign.count, sign.from, sign.to) : words["no-sign"]));
    if (this.given.rules) {
      const link = make("p");
      link.append(makeLink(this.given.rules, words.rules));
      parts.push(link);
    }
    parts.push(toolTable(label, [words.date, words.value], points.map(([day, value]) => [day, this.written(value)]))); // prettier-ignore
    this.#chart.replaceChildren(...parts);
  }

  // What is kept

  #store() {
    if (!this.#keep.checked) return;
    const { value: purpose } = this.#purpose;
    const text = {
      version: this.given.version,
      purpose,
      sector: this.#sector.value,
      chosen: this.#chosen,
      series: this.#series,
    };
    const outcome = store(root, KEPT_AS, JSON.stringify(text));
    this.#status.textContent = this.words[outcome];
    if (outcome !== "kept") this.#keep.checked = false;
  }

  #bringBack() {
    const text = stored(root, KEPT_AS);
    if (text === null) return;
    /** @type {any} */
    let found = null;
    try {
      found = JSON.parse(text);
    } catch {
      // The same as nothing.
    }
    if (typeof found !== "object" || found?.version !== this.given.version || !Array.isArray(found.chosen)) {
      discard(root, KEPT_AS);
      this.#opened.textContent = this.words.damaged;
      return;
    }
    for (const [select, value] of /** @type {[HTMLSelectElement, unknown][]} */ ([[this.#purpose, found.purpose], [this.#sector, found.sector]])) {
      if ([...select.options].some((option) => option.value === value)) select.value = String(value);
    } // prettier-ignore
    const known = this.given.measures.map(({ id }) => id);
    this.#chosen = [...new Set(/** @type {string[]} */ (found.chosen))].filter((id) => known.includes(id));
    this.#series = keptSeries(found.series, this.given.measures);
    this.#keep.checked = true;
    this.#opened.textContent = this.words.restored;
    this.#result.hidden = false;
    this.#showSet();
    this.#showFilling();
  }

  #forget() {
    discard(root, KEPT_AS);
    this.#keep.checked = false;
    this.#status.textContent = this.words.gone;
  }

  #startOver() {
    if (!window.confirm(this.words.sure)) return;
    this.#chosen = [];
    this.#series = {};
    this.#rows = EMPTY_ROWS;
    this.#forget();
    this.#result.hidden = true;
    this.#opened.textContent = this.words.gone;
    this.#purpose.focus();
  }

  #listen() {
    this.#filling.addEventListener("change", (event) => {
      if (event.target === this.#measure) this.#showFilling();
      else {
        this.#draw(this.#readFields());
        this.#store();
      }
    });
    this.#keep.addEventListener("change", () => (this.#keep.checked ? this.#store() : this.#forget()));
    window.addEventListener("storage", (event) => {
      if (!this.#keep.checked || !event.key?.endsWith(KEPT_AS)) return;
      this.#keep.checked = false;
      this.#status.textContent = this.words.elsewhere;
    });
  }
}

/** @type {NodeListOf<HTMLElement>} */
const pickers = document.querySelectorAll("[data-guide-picker]");
for (const each of pickers) new Picker(each);
