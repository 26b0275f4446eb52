/* Tables: one that is wider than the screen scrolls in its box, reachable by keyboard only then; one whose rows are stacked
   on a phone stays a table to those who hear it. */
import { sayRoles } from "../table-roles.js";

/** Those whose rows are stacked on a phone (scripts/guide/pages/tables.py). */
export function nameTables() {
  sayRoles(document.querySelectorAll(".guide-table--stacked, .guide-table--stacked *"));
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
