/* A workbook as spreadsheets open it (ISO/IEC 29500, SpreadsheetML): sheets of texts and numbers with a head that stays in
   sight. Nothing here knows what it is about. */
import { zipped } from "./archive.js";
import { OFFICE, XML_HEAD, relations, xmlText } from "./office.js";

/** @typedef {{ name: string, widths: number[], rows: (string | number)[][] }} Sheet Widths in letters, one a column */

const CELLS = `${OFFICE}/spreadsheetml/2006/main`;
const LINKS = `${OFFICE}/officeDocument/2006/relationships`;
const SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const WORKBOOK_FILE = `${SHEETS}.sheet`;
/** Places in the list of looks below. */
const WRAPPED = 0;
const COLUMN_HEAD = 1;

/** A cell. A text is a text, whatever it begins with: a spreadsheet runs nothing of it.
 * @param {string | number} value @param {number} look */
function cellOf(value, look) {
  if (value === "") return "<c/>";
  if (typeof value === "number") return `<c><v>${value}</v></c>`;
  return `<c s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

/** @param {Sheet} sheet */
function sheetText({ widths, rows }) {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const lines = rows.map((row, number) => {
    const cells = row.map((value) => cellOf(value, number ? WRAPPED : COLUMN_HEAD));
    return `<row>${cells.join("")}</row>`;
  });
  const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
  return [
    `${XML_HEAD}<worksheet xmlns="${CELLS}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`,
  ].join("");
}

/** @param {Sheet[]} sheets */
export function workbookFile(sheets) {
  const types = sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${SHEETS}.worksheet+xml"/>`); // prettier-ignore
  const names = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`);
  /** @type {[string, string][]} */
  const parts = sheets.map((_, at) => [`${LINKS}/worksheet`, `worksheets/sheet${at + 1}.xml`]);
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  const looks = `<cellXfs count="2"><xf applyAlignment="1">${wrap}</xf><xf fontId="1" applyFont="1" applyAlignment="1">${wrap}</xf></cellXfs>`;
  const fonts = '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'; // prettier-ignore
  const normal = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
  const plain =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
  return zipped({
    "[Content_Types].xml": `${XML_HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETS}.styles+xml"/>${types.join("")}</Types>`, // prettier-ignore
    "_rels/.rels": relations([[`${LINKS}/officeDocument`, "xl/workbook.xml"]]),
    "xl/workbook.xml": `${XML_HEAD}<workbook xmlns="${CELLS}" xmlns:r="${LINKS}"><sheets>${names.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([...parts, [`${LINKS}/styles`, "styles.xml"]]),
    "xl/styles.xml": `${XML_HEAD}<styleSheet xmlns="${CELLS}">${fonts}${plain}<cellStyleXfs count="1"><xf/></cellStyleXfs>${looks}${normal}</styleSheet>`, // prettier-ignore
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetText(sheet)])),
  });
}
