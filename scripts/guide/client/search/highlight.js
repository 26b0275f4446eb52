/* The text of a hit cut into words and what stands between them, and which of these were looked for. That is for the
   engine to say (suggestions.js); how it looks is made in hits.js. */

/** @param {string} text @param {(word: string) => boolean} isSought */
export function piecesOf(text, isSought) {
  const pieces = text.split(/([\p{L}\p{N}]+)/u).filter(Boolean);
  return pieces.map((piece) => ({ text: piece, isMarked: isSought(piece) }));
}

/** Cut a query before the word that is being typed. @param {string} query */
export const withoutLastWord = (query) => query.slice(0, query.search(/[\p{L}\p{N}]*$/u));

/** "1 hit", "12 hits". @param {number} number @param {string} one @param {string} many */
export const counted = (number, one, many) => (number === 1 ? one : many.replace("{}", String(number)));
