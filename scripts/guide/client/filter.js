/* Tables that can be filtered. The form above each stands in the page (scripts/guide/pages/filters.py); each row tells
   its values in data-<key>. Which rows are shown is worked out in filter/rows.js. Without this script the table is a
   plain table. */
import { LONGEST_PARAMETER, parameter, replaceAddress, withParameters } from "./address.js";
import { countOf, isWanted } from "./filter/rows.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @param {HTMLFormElement} form @param {HTMLTableElement} table */
function filter(form, table) {
  const rows = [...table.tBodies[0].rows];
  /** @type {Field[]} */
  const fields = [...form.querySelectorAll(/** @type {"select"} */ (".guide-filter__select"))];
  const words = fields.find((field) => field instanceof HTMLInputElement);
  const selects = fields.filter((field) => field instanceof HTMLSelectElement);
  const count = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const reset = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
  /** @returns {Record<string, string>} */
  const stateOf = (/** @type {Field[]} */ some) => Object.fromEntries(some.map((field) => [field.name, field.value]));

  const show = () => {
    const wanted = { words: words?.value ?? "", chosen: stateOf(selects) };
    const keys = Object.keys(wanted.chosen);
    for (const row of rows) {
      const values = Object.fromEntries(keys.map((key) => [key, row.getAttribute("data-" + key) ?? ""]));
      row.hidden = !isWanted({ text: row.textContent ?? "", values }, wanted);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = countOf(table.dataset.guideFilter ?? "", shown, rows.length);
    reset.disabled = fields.every((field) => !field.value);
  };
  // The address says what is shown, so that a filtered view can be linked to.
  const showAndRemember = () => {
    show();
    replaceAddress(withParameters(location.href, stateOf(fields)));
  };

  reset.addEventListener("click", () => {
    for (const field of fields) field.value = "";
    showAndRemember();
    fields[0].focus();
  });
  for (const kind of ["change", "input"]) form.addEventListener(kind, showAndRemember);
  form.addEventListener("submit", (event) => event.preventDefault());

  for (const field of fields) field.value = parameter(field.name).slice(0, LONGEST_PARAMETER);
  // A value that there is no option for chooses none.
  for (const select of selects) if (select.selectedIndex < 0) select.value = "";
  show();
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll("form.guide-filter");
for (const form of forms) {
  const table = form.nextElementSibling?.querySelector("table");
  if (table) filter(form, table);
}
