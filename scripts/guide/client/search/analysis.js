/* From text to terms: how words are cut, folded and stemmed, the twin of scripts/guide/search/analysis.py. What is
   done with the terms is in index.js and query.js, and what the languages differ in is in languages.js. */
import { rulesOf } from "./languages.js";

const NOT_WORD = /[^\p{L}\p{N}]+/u;
/** Letters that are written and not read: the soft hyphen, the joiners, the marks of direction. */
const UNREAD = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** The words of a text in order, in lower case, with å ä ö kept and other marks taken off; a ligature counts as its
 * letters (NFKC). @param {string} text */
export function words(text) {
  const plain = text
    .replace(UNREAD, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{ASCII}åäö]/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
  return plain.split(NOT_WORD).filter(Boolean);
}

/** The word as one types it who has no å, ä or ö. @param {string} word */
export const folded = (word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");

/** The same for one who writes them as other letters: "aa", "ae", "oe", or without their dots. @param {string} word */
export const undotted = (word) => folded(word.replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o"));

/** The term that a word is indexed and looked up under. @param {string} word @param {string} language */
export const termOf = (word, language) => folded(rulesOf(language).stem(word));

/** Whether the last word may go on: nothing stands after it yet. @param {string} query */
export const isUnfinished = (query) => /[\p{L}\p{N}]$/u.test(query);
