/* Some browsers call nothing a table that a style sheet lays out as blocks or as a grid. Its roles are said by script, as
   ARIA in HTML allows none to be written on the parts of a table. */

/** What each part of a table is. @type {Record<string, string>} */
const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell", TH: "columnheader" };

/** @param {Iterable<Element>} parts A table and all in it */
export function sayRoles(parts) {
  for (const part of parts) {
    const role = part.matches("th[scope=row]") ? "rowheader" : ROLES[part.tagName];
    if (role) part.setAttribute("role", role);
  }
}
