/* Tables that can be filtered: the form above each. All words come from the table's data-guide-filter
   (scripts/guide/filtering.py); each row tells its values in data-<key>. Which rows are shown is worked out in
   filter/rows.js. Without this script the table is a plain table. */
import { LONGEST_PARAMETER, parameter, replaceAddress, withParameters } from "./address.js";
import { make, makeButton } from "./dom.js";
import { countOf, isWanted } from "./filter/rows.js";

/** @typedef {{ key: string, label: string, options: [value: string, text: string][] }} Choice */
/** @typedef {{ name: string, all: string, reset: string, count: string, text?: string, fields: Choice[] }} Given */

/** @param {string} label @param {HTMLInputElement | HTMLSelectElement} field @param {string} id @param {string} name */
function makeField(label, field, id, name) {
  const box = make("div", "guide-filter__field");
  const title = make("label", "", label);
  field.className = "guide-filter__select";
  field.id = title.htmlFor = id;
  field.name = name;
  box.append(title, field);
  return box;
}

/** A select with one option for each value, "all" first. @param {Choice} choice @param {string} all */
function makeSelect({ options }, all) {
  const select = make("select");
  select.add(new Option(all, ""));
  for (const [value, text] of options) select.add(new Option(text, value));
  return select;
}

/** A field for words that a row must hold, all of them. */
function makeInput() {
  const input = make("input");
  input.type = "search";
  input.autocomplete = "off";
  input.maxLength = LONGEST_PARAMETER;
  return input;
}

/** @param {HTMLTableElement} table @param {number} number */
function makeFilter(table, number) {
  /** @type {Given} */
  const given = JSON.parse(table.dataset.guideFilter ?? "");
  const rows = [...table.tBodies[0].rows];
  const form = make("form", "guide-filter");
  form.setAttribute("aria-label", given.name);
  const id = `guide-filter-${number}-`;
  const input = given.text ? makeInput() : null;
  if (input) form.append(makeField(given.text ?? "", input, id + "words", "words"));
  const selects = given.fields.map((field) => {
    const select = makeSelect(field, given.all);
    form.append(makeField(field.label, select, id + field.key, field.key));
    return select;
  });
  const fields = input ? [input, ...selects] : selects;
  /** @returns {Record<string, string>} */
  const stateOf = (/** @type {(HTMLInputElement | HTMLSelectElement)[]} */ some) =>
    Object.fromEntries(some.map((field) => [field.name, field.value]));

  const show = () => {
    const wanted = { words: input?.value ?? "", chosen: stateOf(selects) };
    const keys = Object.keys(wanted.chosen);
    for (const row of rows) {
      const values = Object.fromEntries(keys.map((key) => [key, row.getAttribute("data-" + key) ?? ""]));
      row.hidden = !isWanted({ text: row.textContent ?? "", values }, wanted);
    }
    count.textContent = countOf(given.count, rows.filter((row) => !row.hidden).length, rows.length);
    reset.disabled = fields.every((field) => !field.value);
  };
  // The address says what is shown, so that a filtered view can be linked to.
  const showAndRemember = () => {
    show();
    replaceAddress(withParameters(location.href, stateOf(fields)));
  };

  const foot = make("div", "guide-filter__foot");
  const count = make("p", "guide-filter__count");
  count.setAttribute("role", "status");
  const reset = makeButton("guide-filter__reset", given.reset, () => {
    for (const field of fields) field.value = "";
    showAndRemember();
    fields[0].focus();
  });
  foot.append(count, reset);
  form.append(foot);
  for (const kind of ["change", "input"]) form.addEventListener(kind, showAndRemember);
  form.addEventListener("submit", (event) => event.preventDefault());
  (table.closest(".table-box") ?? table).before(form);

  for (const field of fields) field.value = parameter(field.name).slice(0, LONGEST_PARAMETER);
  // A value that there is no option for chooses none.
  for (const select of selects) if (select.selectedIndex < 0) select.value = "";
  show();
}

/** @type {NodeListOf<HTMLTableElement>} */
const tables = document.querySelectorAll("table[data-guide-filter]");
for (const [number, table] of tables.entries()) makeFilter(table, number);
