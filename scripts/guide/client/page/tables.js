/* Tables: one that is wider than the screen scrolls in its box, reachable by keyboard only then; one whose rows are stacked
   on a phone stays a table to those who hear it. */

/** What each part of a table is. @type {Record<string, string>} */
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell", TH: "columnheader" };

/** Some browsers call nothing a table that a style sheet lays out as blocks. Its roles are said here, as ARIA in HTML
 * allows none to be written on it (scripts/guide/pages/tables.py). */
export function nameTables() {
  for (const part of document.querySelectorAll(".guide-table--stacked, .guide-table--stacked *")) {
    const role = part.matches("th[scope=row]") ? "rowheader" : ROLES[part.tagName];
    if (role) part.setAttribute("role", role);
  }
}

export function measureTables() {
  const boxes = document.querySelectorAll(".table-box");
  if (!boxes.length) return;
  const measure = () => {
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth + 1) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  };
  measure();
  window.addEventListener("resize", measure);
}
