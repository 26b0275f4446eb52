/* The form in which the index travels from the build (scripts/guide/search/index.py): its types, how numbers are
   written as text, and the units that can be found. What the engine makes of it is in index.js. */

/** The form that this engine reads. */
export const FORMAT = 4;

/**
 * Terms (`shared` letters with the one before, and the `rests` by space), with the units and the other wordings that
 * they stand in.
 * @typedef {{
 *   language: string, levels: number, shared: string, rests: string, counts: string, gaps: string, weights: string,
 *   alsoPerUnit: string, alsoCounts: string, alsoGaps: string,
 * }} TermsData
 *
 * What comes after the index: what is shown of each unit, and words that mean the same.
 * @typedef {TermsData & { texts: string[], synonyms: string[] }} LaterData
 *
 * The index of one language, as it comes first.
 * @typedef {TermsData & {
 *   format: number, stop: string, themes: [title: string, address: string][],
 *   pages: [title: string, address: string, section: string][], perPage: string,
 *   kinds: string, anchors: string[], titles: string[],
 * }} IndexData
 */

/** @typedef {"q" | "s" | "u" | "p" | "t"} Kind Question, section, subsection, page, term */

/**
 * What can be found, as the dialog shows it.
 * @typedef {object} Unit
 * @property {number} number
 * @property {Kind} kind
 * @property {string} title
 * @property {string} text Its beginning, when it has come
 * @property {string} page Title of the page
 * @property {string[]} place Titles above it
 * @property {string} address From the root of the site
 * @property {string} anchor
 */

const BASE = 91;

/** One digit a number; each "!" before it says that the number has one digit more. @param {string} text */
export function numbers(text) {
  const found = [];
  for (let at = 0; at < text.length; at++) {
    let more = 0;
    for (; text[at] === "!"; at++) more++;
    let value = digit(text, at);
    for (; more; more--) value = value * BASE + digit(text, ++at);
    found.push(value);
  }
  return found;
}

/** The digits are the characters from "#" on, without the backslash. @param {string} text @param {number} at */
function digit(text, at) {
  const code = text.charCodeAt(at);
  return code > 92 ? code - 36 : code - 35;
}

/** Lists of rising numbers, written as the length of each and the gaps in all.
 * @param {string} lengths @param {string} gaps */
export function lists(lengths, gaps) {
  const all = numbers(gaps);
  let at = 0;
  return numbers(lengths).map((length) => {
    let last = -1;
    return all.slice(at, (at += length)).map((gap) => (last += gap + 1));
  });
}

/** The terms themselves, each written as what differs from the one before. @param {TermsData} data */
export function termsIn(data) {
  const shared = numbers(data.shared);
  let before = "";
  return data.rests.split(" ").map((rest, number) => (before = before.slice(0, shared[number]) + rest));
}

/** @param {IndexData} data */
export function unitsIn(data) {
  /** @type {Unit[]} */
  const units = [];
  let above = "";
  for (const [number, count] of numbers(data.perPage).entries()) {
    const [page, address, section] = data.pages[number];
    for (let left = count; left > 0; left--) {
      const at = units.length;
      const kind = /** @type {Kind} */ (data.kinds[at]);
      const title = data.titles[at] || page;
      if (kind === "s") above = title;
      const place = [section, kind === "p" ? "" : page, kind === "q" ? above : ""].filter(Boolean);
      units.push({ number: at, kind, title, text: "", page, place, address, anchor: data.anchors[at] });
    }
  }
  return units;
}
