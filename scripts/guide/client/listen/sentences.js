/* A passage cut into what is spoken at one go. Long texts break off in some browsers, and who pauses wants to hear the
   sentence again from its beginning. */

/** @typedef {{ text: string, start: number }} Sentence `start`: where it begins in its passage */

/** @param {string} text @param {string} language @returns {Sentence[]} */
export function sentencesOf(text, language) {
  const cut = "Segmenter" in Intl ? new Intl.Segmenter(language, { granularity: "sentence" }).segment(text) : null;
  const found = cut ? Array.from(cut, ({ segment, index }) => ({ text: segment, start: index })) : [{ text, start: 0 }];
  return found.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text));
}

/** How long the word is that begins at a place; not every browser says. @param {string} text @param {number} at */
export const wordLength = (text, at) =>
  /^[^\s]*?[\p{L}\p{N}]+(?:[^\s\p{L}\p{N}][\p{L}\p{N}]+)*/u.exec(text.slice(at))?.[0].length ?? 0;
