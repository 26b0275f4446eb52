/* A zip archive of texts, stored as they are (APPNOTE.TXT 6.3.10, version 2.0): what Word and spreadsheet files are packed
   in. They are small, so nothing is won by pressing them together. Nothing here knows what is packed. */

/** What APPNOTE 4.4.7 calls for: the polynomial 0xEDB88320, over every byte. @param {Uint8Array} bytes */
export function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ -1) >>> 0;
}

const VERSION = 20;
const UTF8_NAMES = 0x800;
/** The first day that a zip archive can name, so that the same texts are the same bytes. */
const FIRST_DAY = 0x21;

/** Numbers, each of so many bytes, the lowest first. @param {[number, number][]} fields */
function numbers(fields) {
  const bytes = [];
  for (const [value, size] of fields) for (let at = 0; at < size; at++) bytes.push((value >>> (8 * at)) & 0xff);
  return Uint8Array.from(bytes);
}

/** @param {Record<string, string>} files Texts by their path in the archive */
export function zipped(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  const sizeOf = (/** @type {Uint8Array[]} */ all) => all.reduce((sum, part) => sum + part.length, 0);
  for (const [path, text] of Object.entries(files)) {
    const name = encoder.encode(path);
    const content = encoder.encode(text);
    /** @type {[number, number][]} */
    const common = [
      [VERSION, 2],
      [UTF8_NAMES, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [name.length, 2],
      [0, 2],
    ];
    const rest = numbers([[0, 2], [0, 2], [0, 2], [0, 4], [sizeOf(parts), 4]]); // prettier-ignore
    directory.push(numbers([[0x02014b50, 4], [VERSION, 2], ...common]), rest, name); // prettier-ignore
    parts.push(numbers([[0x04034b50, 4], ...common]), name, content);
  }
  const count = Object.keys(files).length;
  const end = numbers([[0x06054b50, 4], [0, 4], [count, 2], [count, 2], [sizeOf(directory), 4], [sizeOf(parts), 4], [0, 2]]); // prettier-ignore
  return new Blob([...parts, ...directory, end]);
}
