/* A sheet to fill in (scripts/guide/pages/sheets.py writes the form, with all words in data-guide-sheet): rows come and go,
   what is written is shown, printed, copied, saved as a file and opened from one. Nothing is sent, and nothing kept in the
   browser unless the reader asks for it. */
import { copy } from "./copying.js";
import { make, makeButton } from "./dom.js";
import { fileName, makeFileButton, saveFile, textOfFile } from "./files.js";
import { the } from "./finding.js";
import { printPart } from "./printing.js";
import { asText, fromText, isEmpty } from "./sheet/content.js";
import { SheetForm } from "./sheet/form.js";
import { sheetParts } from "./sheet/shown.js";
import { asCsv, asMarkdown, nameOfRow } from "./sheet/writing.js";
import { root } from "./site.js";
import { discard, store, stored, whenChangedElsewhere } from "./storing.js";

/** @typedef {import("./sheet/content.js").Sheet} Sheet */

/** How long to wait after a letter before it is kept. */
const REST = 300;
/** A file with more bytes than this is no sheet. */
const MOST_BYTES = 500_000;

class SheetTool {
  /** @type {Sheet} */
  #sheet;
  /** @type {HTMLFormElement} */
  #element;
  /** @type {SheetForm} */
  #form;
  #keepBox = make("input");
  #status = make("p", "guide-tool__status");
  #result = make("section", "guide-tool__result");
  /** @type {HTMLHeadingElement} */
  #heading;
  /** @type {HTMLButtonElement} */
  #add;
  #waiting = 0;
  /** Whether what stands in the boxes stands somewhere else too. */
  #isSafe = true;

  /** @param {HTMLElement} tool */
  constructor(tool) {
    this.#sheet = JSON.parse(tool.dataset.guideSheet ?? "");
    this.#element = the(tool, "form", HTMLFormElement);
    this.#form = new SheetForm(this.#element, this.#sheet);
    const { words, title, row } = this.#sheet;
    this.#heading = make("h3", "", title);
    this.#heading.tabIndex = -1;
    this.#result.hidden = true;
    this.#status.setAttribute("role", "status");
    this.#add = makeButton("guide-tool__button", words.add.replace("{}", row), () => this.#addRow());
    this.#offerRows();
    this.#element.append(this.#buttons(), this.#status, this.#keepLabel(), make("p", "", words.private));
    this.#element.after(this.#result);
    this.#listen();
    this.#bringBack();
  }

  get #key() {
    return `guide-sheet-${this.#sheet.id}`;
  }

  /** @param {string} says */
  #say(says) {
    this.#status.textContent = says;
  }

  // What can be done

  #offerRows() {
    const { rows } = this.#form;
    if (!rows.length) return;
    if (rows.length > this.#form.first) this.#element.append(this.#add);
    for (const [number, row] of rows.entries()) {
      const says = this.#sheet.words.remove.replace("{}", nameOfRow(this.#sheet, number + 1).toLowerCase());
      if (number) row.append(makeButton("guide-tool__button", says, () => this.#removeRow(number)));
    }
  }

  #buttons() {
    const { words } = this.#sheet;
    const buttons = make("div", "guide-tool__buttons");
    const show = make("button", "guide-tool__button", words.show);
    show.type = "submit";
    const button = (/** @type {string} */ text, /** @type {() => void} */ act) =>
      makeButton("guide-tool__button", text, act);
    const copyButton = button(words.copy, () => this.#copy(copyButton));
    buttons.append(
      show,
      button(words.print, () => this.#print()),
      button(words.save, () => this.#save("json", "application/json", asText)),
      makeFileButton("guide-tool__button", words.open, ".json,application/json", (file) => this.#open(file)),
      copyButton,
      button(words.markdown, () => this.#save("md", "text/markdown", asMarkdown)),
      button(words.csv, () => this.#save("csv", "text/csv", asCsv)),
      button(words.again, () => this.#startOver()),
    );
    return buttons;
  }

  #keepLabel() {
    const label = make("label", "guide-tool__keep");
    this.#keepBox.type = "checkbox";
    label.append(this.#keepBox, ` ${this.#sheet.words.keep}`);
    return label;
  }

  #listen() {
    this.#element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#show()) this.#heading.focus();
    });
    this.#element.addEventListener("input", (event) => {
      if (event.target === this.#keepBox) return;
      if (event.target instanceof HTMLTextAreaElement) this.#form.grow(event.target);
      this.#changed();
    });
    this.#keepBox.addEventListener("change", () => this.#keepOrNot());
    whenChangedElsewhere(root, this.#key, () => this.#leaveToOtherTab());
    window.addEventListener("pagehide", () => this.#keepNow());
    window.addEventListener("beforeunload", (event) => {
      this.#keepNow();
      if (!this.#isSafe && !isEmpty(this.#form.content)) event.preventDefault();
    });
  }

  // Rows

  #addRow() {
    if (this.#form.seen < this.#form.rows.length) this.#form.addRow();
    else this.#say(this.#sheet.words["no-more"].replace("{}", String(this.#form.rows.length)));
  }

  /** @param {number} number From 0 */
  #removeRow(number) {
    const { words } = this.#sheet;
    const name = nameOfRow(this.#sheet, number + 1).toLowerCase();
    const isFilled = Object.keys(this.#form.content.rows[number] ?? {}).length > 0;
    if (isFilled && !window.confirm(words["remove-sure"].replace("{}", name))) return;
    this.#form.removeRow(number);
    this.#changed();
    this.#say(words.removed.replace("{}", name));
  }

  #changed() {
    this.#isSafe = false;
    if (!this.#result.hidden) this.#show();
    window.clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.#keepNow(), REST);
  }

  // What is kept in the browser

  #keepNow() {
    window.clearTimeout(this.#waiting);
    if (!this.#keepBox.checked || this.#isSafe) return;
    const outcome = store(root, this.#key, asText(this.#sheet, this.#form.content));
    this.#isSafe = outcome === "kept";
    if (outcome === "kept") return;
    this.#keepBox.checked = false;
    this.#say(this.#sheet.words[outcome]);
  }

  #keepOrNot() {
    if (this.#keepBox.checked) {
      this.#say(this.#sheet.words.kept);
      this.#isSafe = false;
      this.#keepNow();
    } else {
      discard(root, this.#key);
      this.#isSafe = false;
      this.#say(this.#sheet.words.gone);
    }
  }

  /** Another tab has kept the same sheet, or thrown it away. What stands there is not written over, nor what stands here. */
  #leaveToOtherTab() {
    if (!this.#keepBox.checked) return;
    window.clearTimeout(this.#waiting);
    this.#keepBox.checked = false;
    this.#isSafe = false;
    this.#say(this.#sheet.words["other-tab"]);
  }

  #bringBack() {
    const text = stored(root, this.#key);
    if (text === null) return;
    const { content, problem } = fromText(text, this.#sheet);
    const isUsable = !problem || problem === "partly";
    if (isUsable) this.#form.content = content;
    else discard(root, this.#key);
    this.#keepBox.checked = isUsable;
    this.#say(this.#sheet.words[`kept-${isUsable ? problem || "restored" : "damaged"}`]);
  }

  // What is shown, and what leaves the page

  /** Whether there was anything to show. */
  #show() {
    const { content } = this.#form;
    const hasAny = !isEmpty(content);
    if (!hasAny) this.#say(this.#sheet.words.empty);
    this.#result.replaceChildren(this.#heading, ...sheetParts(this.#sheet, content));
    this.#result.hidden = !hasAny;
    return hasAny;
  }

  /** Prints what is filled in, or else the empty form for a pen, without the rest of the page. */
  #print() {
    const part = isEmpty(this.#form.content) ? "form" : "result";
    if (part === "result") this.#show();
    printPart(part);
  }

  /** @param {HTMLButtonElement} button */
  async #copy(button) {
    const { words } = this.#sheet;
    const isDone = await copy(asMarkdown(this.#sheet, this.#form.content), button);
    this.#say(isDone ? words.copied : words["not-copied"]);
  }

  /** @param {string} ending @param {string} type
   * @param {(sheet: Sheet, content: import("./sheet/content.js").Content) => string} write */
  #save(ending, type, write) {
    const { words, file } = this.#sheet;
    const { content } = this.#form;
    if (isEmpty(content)) {
      this.#say(words.empty);
      return;
    }
    const name = fileName(file, new Date(), ending);
    saveFile(name, type, write(this.#sheet, content));
    // Only the file that can be opened again makes it safe to leave the page.
    if (ending === "json") this.#isSafe = true;
    this.#say(words.saved.replace("{}", name));
  }

  /** @param {File} file */
  async #open(file) {
    const { words } = this.#sheet;
    const { text, problem } = await textOfFile(file, MOST_BYTES);
    const found = fromText(text, this.#sheet);
    const says = problem || found.problem || "opened";
    if (says === "opened" || says === "partly") {
      if (!isEmpty(this.#form.content) && !window.confirm(words.replace)) return;
      this.#form.content = found.content;
      this.#changed();
      this.#isSafe = !this.#keepBox.checked;
    }
    this.#say(words[`file-${says}`]);
  }

  #startOver() {
    const { words } = this.#sheet;
    if (!window.confirm(words.sure)) return;
    this.#form.content = { boxes: {}, rows: [] };
    discard(root, this.#key);
    window.clearTimeout(this.#waiting);
    this.#keepBox.checked = false;
    this.#isSafe = true;
    this.#result.hidden = true;
    this.#say(words.gone);
    the(this.#element, "textarea, select", HTMLElement).focus();
  }
}

/** @type {NodeListOf<HTMLElement>} */
const sheets = document.querySelectorAll("[data-guide-sheet]");
for (const each of sheets) new SheetTool(each);
