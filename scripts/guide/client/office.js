/* What Word files and workbooks have in common (ISO/IEC 29500, Open Packaging Conventions): the parts are XML, and say by
   relations which other parts they need. What they hold is in document.js and workbook.js. */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE = "http://schemas.openxmlformats.org";

/** Text that XML may hold (XML 1.0, 2.2). @param {string} text */
export const xmlText = (text) =>
  text
    // eslint-disable-next-line no-control-regex -- these may not stand in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** @param {[string, string][]} links What kind of part, and where it stands */
export function relations(links) {
  const all = links.map(([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${kind}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join("")}</Relationships>`;
}
