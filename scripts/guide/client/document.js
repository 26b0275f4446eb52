/* A document of headings, paragraphs and tables as a Word file (ISO/IEC 29500, WordprocessingML): the few parts that a
   program needs to open it. Nothing here knows what it is about. */
import { zipped } from "./archive.js";
import { OFFICE, XML_HEAD, relations, xmlText } from "./office.js";

/** @typedef {import("./markdown.js").Block} Block */

const MAIN = `${OFFICE}/wordprocessingml/2006/main`;
const KINDS = `${OFFICE}/officeDocument/2006/relationships`;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
export const WORD_FILE = `${WORD}.document`;
/** Twentieths of a point: an A4 sheet, and what is left between its margins of 2 cm. */
const WIDE = 11906;
const TEXT_WIDE = WIDE - 2 * 1134;

/** @param {string} text @param {string} [look] Name of its style */
function paragraph(text, look = "") {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  const named = look ? `<w:pPr><w:pStyle w:val="${look}"/></w:pPr>` : "";
  return `<w:p>${named}<w:r>${lines.join("<w:br/>")}</w:r></w:p>`;
}

/** @param {string[]} columns @param {number[]} shares @param {string[][]} rows */
function table(columns, shares, rows) {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDE * share) / all));
  const cell = (/** @type {string} */ text, /** @type {number} */ at, /** @type {string} */ look) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(text, look)}</w:tc>`;
  const line = (/** @type {string[]} */ cells, /** @type {string} */ head, /** @type {string} */ look) =>
    `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.map((text, at) => cell(text, at, look)).join("")}</w:tr>`;
  const grid = widths.map((wide) => `<w:gridCol w:w="${wide}"/>`);
  return [
    '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>',
    `<w:tblW w:w="${TEXT_WIDE}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${grid.join("")}</w:tblGrid>`,
    line(columns, "<w:tblHeader/>", "ColumnHead"),
    ...rows.map((cells) => line(cells, "", "")),
    "</w:tbl>",
    paragraph(""),
  ].join("");
}

/** @param {Block} block */
function part(block) {
  if ("heading" in block) return paragraph(block.heading, "Heading1");
  return "text" in block ? paragraph(block.text) : table(block.columns, block.shares, block.rows);
}

/** @param {string} id @param {string} name @param {string} look @param {string} [more] */
function style(id, name, look, more = "") {
  const layout = more ? `<w:next w:val="Normal"/><w:qFormat/><w:pPr>${more}</w:pPr>` : "";
  const named = `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}">${named}${layout}<w:rPr>${look}</w:rPr></w:style>`;
}

/** @param {string} language */
function styles(language) {
  const line = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const cells = '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>';
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).join("");
  return [
    `${XML_HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>`,
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/>',
    `<w:lang w:val="${xmlText(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    style("Title", "Title", '<w:b/><w:sz w:val="36"/>', '<w:spacing w:after="120"/>'),
    style("Heading1", "heading 1", '<w:b/><w:sz w:val="24"/>', '<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="0"/>'), // prettier-ignore
    style("ColumnHead", "Column head", "<w:b/>"),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>',
    `<w:tblPr><w:tblBorders>${sides}</w:tblBorders>${cells}</w:tblPr></w:style></w:styles>`,
  ].join("");
}

/** @param {string} title @param {Block[]} blocks @param {string} language */
export function wordFile(title, blocks, language) {
  const page = `<w:sectPr><w:pgSz w:w="${WIDE}" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`; // prettier-ignore
  const body = [paragraph(title, "Title"), ...blocks.map(part), page].join("");
  const overrides = [
    ["/word/document.xml", `${WORD}.document.main+xml`],
    ["/word/styles.xml", `${WORD}.styles+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return zipped({
    "[Content_Types].xml": `${XML_HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`, // prettier-ignore
    "_rels/.rels": relations([
      [`${KINDS}/officeDocument`, "word/document.xml"],
      [`${OFFICE}/package/2006/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": `${XML_HEAD}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`, // prettier-ignore
    "word/document.xml": `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": styles(language),
    "word/_rels/document.xml.rels": relations([[`${KINDS}/styles`, "styles.xml"]]),
  });
}
