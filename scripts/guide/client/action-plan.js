/* The action plan (scripts/guide/pages/action_plan.py writes the form, with all words in data-guide-plan): suggestions are
   put into it, it is kept where the reader asks for it, saved, opened and taken along. Nothing is sent. */
import { calendarText } from "./calendar.js";
import { WORD_FILE, wordFile } from "./document.js";
import { make, makeButton } from "./dom.js";
import { csvText, fileName, makeFileButton, saveFile, textOfFile } from "./files.js";
import { the } from "./finding.js";
import { markdownText } from "./markdown.js";
import { nameTables } from "./page/tables.js";
import { blocksOf, eventsOf, fieldNames, newId, planFrom, planText, tableOf } from "./plan/contents.js";
import { root } from "./site.js";
import { discard, store, stored } from "./storing.js";
import { headCell, printButton, said } from "./tool.js";

/** @typedef {import("./plan/contents.js").Given} PlanGiven */
/** @typedef {import("./plan/contents.js").Plan} Plan */

const KEPT_UNDER = "guide-action-plan";
/** How long to wait after a letter before the plan is kept. */
const REST = 300;
/** Bytes; a plan with every field full is some 150 kB. */
const BIGGEST_FILE = 300_000;
/** What the self-assessment writes into the address: #from=culture,leadership */
const FROM = "#from=";

/** Fields grow with what is written in them; a browser that knows field-sizing does it by itself.
 * @param {HTMLTextAreaElement} area */
function fitHeight(area) {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** A table as pages have them: its rows are stacked on a phone. @param {string[]} columns @param {number[]} shares
 * @param {string[][]} rows */
function tableOfPage(columns, shares, rows) {
  const box = make("div", "table-box");
  const table = make("table", "guide-table guide-table--stacked");
  const widths = make("colgroup");
  const head = make("thead");
  const body = make("tbody");
  const top = make("tr");
  const all = shares.reduce((sum, share) => sum + share, 0);
  for (const share of shares) {
    const column = make("col");
    column.style.width = `${(100 * share) / all}%`;
    widths.append(column);
  }
  top.append(...columns.map((column) => headCell(column, "col")));
  head.append(top);
  for (const cells of rows) {
    const row = make("tr");
    for (const [number, text] of cells.entries()) {
      const cell = make("td", "", text || "–");
      cell.dataset.label = columns[number];
      row.append(cell);
    }
    body.append(row);
  }
  table.append(widths, head, body);
  box.append(table);
  return box;
}

/** @param {import("./markdown.js").Block} block */
function shown(block) {
  if ("heading" in block) return make("h4", "", block.heading);
  return "text" in block ? make("p", "", block.text) : tableOfPage(block.columns, block.shares, block.rows);
}

class ActionPlan {
  /** The field that each name stands for. @type {Map<string, HTMLInputElement | HTMLTextAreaElement>} */
  #fields = new Map();
  #id = newId();
  /** What would be lost if the page were left now. */
  #unsaved = false;
  #waiting = 0;
  #keep = make("input");
  #status = make("p", "guide-tool__status");
  #taken = make("p", "guide-tool__status");
  #result = make("section", "guide-tool__result");
  #heading = make("h3");
  #plan = make("div");

  /** @param {HTMLElement} tool */
  constructor(tool) {
    /** @type {PlanGiven} */
    this.given = JSON.parse(tool.dataset.guidePlan ?? "");
    this.words = this.given.words;
    this.language = document.documentElement.lang;
    this.tool = tool;
    this.form = the(tool, "form", HTMLFormElement);
    for (const name of fieldNames(this.given).keys()) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) this.#fields.set(name, field);
    }
    this.#makeControls();
    this.#makeResult();
    this.#listen();
    this.#bringBack();
    this.#offerSuggestions();
  }

  // What is filled in

  /** @returns {import("./plan/contents.js").Fields} */
  get filled() {
    const found = [...this.#fields].map(([name, field]) => [name, field.value.trim()]);
    return Object.fromEntries(found.filter(([, value]) => value));
  }

  get isEmpty() {
    return Object.keys(this.filled).length === 0;
  }

  /** @param {Plan} plan */
  #fill({ id, fields }) {
    this.#id = id;
    for (const [name, field] of this.#fields) field.value = fields[name] ?? "";
    this.#fit();
  }

  #fit() {
    for (const field of this.#fields.values()) {
      if (field instanceof HTMLTextAreaElement) fitHeight(field);
      else field.classList.toggle("guide-plan__empty", !field.value);
    }
  }

  get #text() {
    return planText({ id: this.#id, fields: this.filled }, this.given, this.language);
  }

  // What is kept

  #store() {
    window.clearTimeout(this.#waiting);
    if (!this.#keep.checked) return;
    const outcome = store(root, KEPT_UNDER, this.#text);
    this.#status.textContent = this.words[outcome];
    if (outcome === "kept") this.#unsaved = false;
    else this.#keep.checked = false;
  }

  #bringBack() {
    const text = stored(root, KEPT_UNDER);
    if (text !== null) {
      const former = planFrom(text, this.given);
      const isPlan = typeof former !== "string";
      if (isPlan) this.#fill(former);
      else discard(root, KEPT_UNDER);
      this.#keep.checked = isPlan;
      this.#status.textContent = isPlan ? this.words.restored : this.words.damaged;
    }
    this.#fit();
  }

  #forget() {
    discard(root, KEPT_UNDER);
    this.#keep.checked = false;
    this.#status.textContent = this.words.gone;
  }

  /** @param {File} file */
  async #open(file) {
    const { text, problem } = await textOfFile(file, BIGGEST_FILE);
    const found = problem || planFrom(text, this.given);
    if (typeof found === "string") {
      this.#status.textContent = this.words[found === "damaged" ? "unreadable" : found];
    } else if (this.isEmpty || window.confirm(this.words.replace)) {
      this.#fill(found);
      this.#status.textContent = this.words.opened;
      this.#result.hidden = true;
      this.#unsaved = false;
      this.#store();
    }
  }

  #startOver() {
    if (!window.confirm(this.words.sure)) return;
    this.#fill({ id: newId(), fields: {} });
    this.#forget();
    this.#unsaved = false;
    this.#result.hidden = true;
    this.form.scrollIntoView();
    this.#fields.get(`q-${this.given.questions[0].id}`)?.focus({ preventScroll: true });
  }

  // What is shown

  #makeControls() {
    const { words } = this;
    const button = (/** @type {string} */ text, /** @type {() => void} */ act) =>
      makeButton("guide-tool__button", text, act);
    const submit = make("button", "guide-tool__button", words.show);
    submit.type = "submit";
    const buttons = make("div", "guide-tool__buttons");
    buttons.append(
      submit,
      button(words.save, () => this.#save()),
      makeFileButton("guide-tool__button", words.open, ".json,application/json", (file) => this.#open(file)),
      printButton(words["print-form"], "form"),
      button(words.again, () => this.#startOver()),
    );
    const label = make("label", "guide-tool__keep");
    this.#keep.type = "checkbox";
    label.append(this.#keep, ` ${words.keep}`);
    this.#status.setAttribute("role", "status");
    this.form.append(buttons, label, make("p", "", words.private), this.#status);
  }

  #makeResult() {
    const { words } = this;
    const buttons = make("div", "guide-tool__buttons");
    const ways = { word: this.#word, markdown: this.#markdown, csv: this.#csv, calendar: this.#calendar };
    for (const [name, act] of Object.entries(ways)) {
      buttons.append(makeButton("guide-tool__button", words[name], act.bind(this)));
    }
    buttons.append(printButton(words["print-result"], "result"));
    this.#taken.setAttribute("role", "status");
    this.#heading.tabIndex = -1;
    this.#result.hidden = true;
    this.#result.append(
      this.#heading,
      this.#plan,
      make("p", "guide-tool__status", words.exports),
      buttons,
      this.#taken,
    );
    this.form.after(this.#result);
  }

  #show() {
    const { words } = this;
    this.#heading.textContent = words.result;
    const blocks = blocksOf(this.filled, this.given);
    const parts = blocks.length ? blocks.map(shown) : [make("p", "", words.empty)];
    this.#plan.replaceChildren(...parts);
    nameTables();
    this.#taken.textContent = "";
    this.#result.hidden = false;
    this.#heading.focus();
  }

  // What is taken along

  /** @param {string} ending @param {string} type @param {BlobPart} content */
  #handOver(ending, type, content) {
    const name = fileName(this.words.file, new Date(), ending);
    saveFile(name, type, content);
    return said(this.words.downloaded, name);
  }

  #save() {
    this.#status.textContent = this.#handOver("json", "application/json", this.#text);
    this.#unsaved = false;
  }

  #word() {
    const { language, words } = this;
    const file = wordFile(words.result, blocksOf(this.filled, this.given), language);
    this.#taken.textContent = this.#handOver("docx", WORD_FILE, file);
  }

  #markdown() {
    const text = markdownText(this.words.result, blocksOf(this.filled, this.given));
    this.#taken.textContent = this.#handOver("md", "text/markdown", text);
  }

  #csv() {
    const separator = this.words.separator;
    this.#taken.textContent = this.#handOver("csv", "text/csv", csvText(tableOf(this.filled, this.given), separator));
  }

  #calendar() {
    const events = eventsOf({ id: this.#id, fields: this.filled }, this.given, location.hostname || "local");
    this.#taken.textContent = events.length
      ? this.#handOver("ics", "text/calendar", calendarText(events, new Date(), location.hostname || "local"))
      : this.words["no-dates"];
  }

  // What is suggested

  #offerSuggestions() {
    /** @type {NodeListOf<HTMLElement>} */
    const all = this.tool.querySelectorAll("[data-suggests]");
    for (const text of all) {
      const status = make("span", "guide-tool__status");
      status.setAttribute("role", "status");
      const add = makeButton("guide-tool__button", this.words.add, () => (status.textContent = this.#add(text)));
      add.setAttribute("aria-label", `${this.words.add}: ${text.textContent}`);
      text.parentElement?.append(" ", add, status);
    }
    this.#openFrom();
  }

  /** Puts a suggestion into the first empty row, and says which. @param {HTMLElement} text */
  #add(text) {
    const row = [1, 2, 3].find((number) => !this.#fields.get(`try-${number}-what`)?.value.trim());
    if (!row) return this.words["no-room"];
    const put = (/** @type {string} */ name, /** @type {string} */ value) => {
      const field = this.#fields.get(`try-${row}-${name}`);
      if (field && !field.value.trim()) field.value = value;
    };
    put("what", text.textContent ?? "");
    put("sign", text.parentElement?.querySelector("[data-measure]")?.textContent ?? "");
    this.#changed();
    return said(this.words.added, row);
  }

  /** Opens what the self-assessment leads to; anything may stand in an address. */
  #openFrom() {
    if (!location.hash.startsWith(FROM)) return;
    const asked = location.hash.slice(FROM.length).split(",");
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const parts = this.tool.querySelectorAll("[data-dimension]");
    const opened = [...parts].filter((part) => asked.includes(part.dataset.dimension ?? ""));
    for (const part of opened) part.open = true;
    if (!opened.length) return;
    const names = opened.map((part) => part.querySelector("summary")?.textContent ?? "").join(", ");
    const says = make("p", "guide-tool__status", said(this.words["suggestions-from"], names));
    this.tool.querySelector("[data-guide-from]")?.remove();
    says.dataset.guideFrom = "";
    opened[0].before(says);
    this.tool.scrollIntoView();
  }

  // What happens

  #changed() {
    this.#unsaved = true;
    this.#fit();
    window.clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.#store(), REST);
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show();
    });
    this.form.addEventListener("input", (event) => {
      if (event.target !== this.#keep) this.#changed();
    });
    this.#keep.addEventListener("change", () => (this.#keep.checked ? this.#store() : this.#forget()));
    window.addEventListener("storage", (event) => {
      if (!this.#keep.checked || !event.key?.endsWith(KEPT_UNDER)) return;
      this.#keep.checked = false;
      this.#status.textContent = this.words.elsewhere;
    });
    window.addEventListener("hashchange", () => this.#openFrom());
    window.addEventListener("pagehide", () => this.#store());
    window.addEventListener("beforeunload", (event) => {
      this.#store();
      if (this.#unsaved && !this.isEmpty) event.preventDefault();
    });
  }
}

/** @type {NodeListOf<HTMLElement>} */
const plans = document.querySelectorAll("[data-guide-plan]");
for (const each of plans) new ActionPlan(each);
