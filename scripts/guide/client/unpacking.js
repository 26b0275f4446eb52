/* Reading the first sheet of a workbook that a spreadsheet has saved. Its archive is unpacked by the browser itself
   (DecompressionStream). Its XML is scanned here and not by DOMParser, which Trusted Types count among what may run
   scripts. Anybody may have made the file: how much it may hold is counted while it is unpacked. */

/** Bytes of one part, unpacked. */
const MOST_UNPACKED = 20_000_000;
/** Columns that are looked at; a cell far to the right is no measure of ours. */
const MOST_COLUMNS = 100;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Where each part of an archive is (APPNOTE 6.3.10, 4.3.12). @param {DataView} view */
function directoryOf(view) {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("no archive");
  const parts = new Map();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error("no entry");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, name));
    parts.set(path, {
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      head: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** @param {DataView} view @param {{ method: number, size: number, head: number } | undefined} part */
async function unpacked(view, part) {
  if (!part) return "";
  const start = part.head + 30 + view.getUint16(part.head + 26, true) + view.getUint16(part.head + 28, true);
  const packed = new Blob([new Uint8Array(/** @type {ArrayBuffer} */ (view.buffer), start, part.size)]);
  if (part.method !== STORED && part.method !== DEFLATED) throw new Error("method");
  const stream =
    part.method === STORED ? packed.stream() : packed.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_UNPACKED) {
      await reader.cancel();
      throw new Error("too much");
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** @param {string} text */
const withoutEntities = (text) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    if (hex || decimal) return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    return ENTITIES[name] ?? whole;
  });

/** The tags and texts of XML, one after the other: enough for what spreadsheets write, and no more.
 * @param {string} xml @returns {Generator<{ tag: string, attributes: string, text: string }>} A closing tag begins with / */
function* tagsOf(xml) {
  let at = 0;
  for (;;) {
    const open = xml.indexOf("<", at);
    if (open < 0) return;
    if (open > at) yield { tag: "", attributes: "", text: withoutEntities(xml.slice(at, open)) };
    const close = xml.indexOf(">", open);
    if (close < 0) return;
    const inner = xml.slice(open + 1, close);
    at = close + 1;
    if (/^[?!]/.test(inner)) continue;
    const name = inner.split(/[\s/]/, inner.startsWith("/") ? 2 : 1).join("/");
    // A name may stand with the prefix of its namespace.
    const tag = name.replace(/^(\/?)[\w.-]+:/, "$1");
    yield { tag, attributes: inner.slice(name.length), text: "" };
    if (inner.endsWith("/")) yield { tag: `/${tag}`, attributes: "", text: "" };
  }
}

/** @param {string} attributes @param {string} name */
const attribute = (attributes, name) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";

/** Where a cell stands in its row: "C7" is 2. @param {string} place */
function columnOf(place) {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** @param {string} xml */
function sharedTexts(xml) {
  const texts = [];
  let text = "";
  let inside = false;
  for (const part of tagsOf(xml)) {
    if (part.tag === "si") text = "";
    else if (part.tag === "/si") texts.push(text);
    else if (part.tag === "t" || part.tag === "/t") inside = part.tag === "t";
    else if (inside && !part.tag) text += part.text;
  }
  return texts;
}

/** @param {string} xml @param {string[]} shared */
function rowsIn(xml, shared) {
  /** @type {string[][]} */
  const rows = [];
  let column = -1;
  let kind = "";
  let text = "";
  let inside = false;
  for (const part of tagsOf(xml)) {
    if (part.tag === "row") {
      rows.push([]);
      column = -1;
    } else if (part.tag === "c") {
      const place = columnOf(attribute(part.attributes, "r"));
      column = place < 0 ? column + 1 : place;
      kind = attribute(part.attributes, "t");
      text = "";
    } else if (part.tag === "v" || part.tag === "t") inside = true;
    else if (part.tag === "/v" || part.tag === "/t") inside = false;
    else if (part.tag === "/c" && rows.length && column < MOST_COLUMNS) {
      rows[rows.length - 1][column] = kind === "s" ? (shared[Number(text)] ?? "") : text;
    } else if (inside && !part.tag) text += part.text;
  }
  return rows.map((row) => Array.from(row, (cell) => cell ?? ""));
}

/** The cells of the first sheet, row by row. Raises where the file is no workbook. @param {ArrayBuffer} file */
export async function workbookRows(file) {
  const view = new DataView(file);
  const parts = directoryOf(view);
  const links = await unpacked(view, parts.get("xl/_rels/workbook.xml.rels"));
  const book = await unpacked(view, parts.get("xl/workbook.xml"));
  const targets = new Map();
  for (const { tag, attributes } of tagsOf(links)) {
    if (tag === "Relationship") targets.set(attribute(attributes, "Id"), attribute(attributes, "Target"));
  }
  const first = [...tagsOf(book)].find(({ tag }) => tag === "sheet");
  const target = first && targets.get(attribute(first.attributes, "[\\w.-]+:id"));
  if (!target) throw new Error("no sheet");
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  const shared = sharedTexts(await unpacked(view, parts.get("xl/sharedStrings.xml")));
  return rowsIn(await unpacked(view, parts.get(path)), shared);
}
