/* Queries and texts as strings: a query kept to its bounds, a text cut into words and what stands between them. Which
   words were looked for is for the engine to say (suggestions.js); how it looks is made in hits.js. */

/** As many letters of a query are looked at. */
export const LONGEST_QUERY = 200;

/** @param {string} query */
export const withinBounds = (query) => query.trim().slice(0, LONGEST_QUERY);

/** @param {string} text @param {(word: string) => boolean} isSought */
export function piecesOf(text, isSought) {
  const pieces = text.split(/([\p{L}\p{N}]+)/u).filter(Boolean);
  return pieces.map((piece) => ({ text: piece, isMarked: isSought(piece) }));
}

/** Cut a query before the word that is being typed. @param {string} query */
export const withoutLastWord = (query) => query.slice(0, query.search(/[\p{L}\p{N}]*$/u));

/** "1 page", "12 pages". @param {number} number @param {string} one @param {string} many */
export const counted = (number, one, many) => (number === 1 ? one : many.replace("{}", String(number)));
