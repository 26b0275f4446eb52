/* What the search offers beside the hits: whole words for the one being typed, near words for one that the guide does
   not have, and which words of a hit were looked for. */
import { folded, isUnfinished, words } from "./analysis.js";
import { analyse, nearTerms } from "./query.js";
import { WEIGHTS } from "./weights.js";
/** @import { Index } from "./index.js" */

/** Whole words that the word being typed may become, the commonest first.
 * @param {Index} index @param {string} query @param {number} most */
export function suggest(index, query, most) {
  const typed = isUnfinished(query) ? (words(query).pop() ?? "") : "";
  if (typed.length < 2) return [];
  const start = folded(typed);
  const found = [];
  for (const [term, word] of index.surface) {
    const places = index.known.get(term)?.levels.size;
    if (places && word !== typed && folded(word).startsWith(start)) found.push({ word, places });
  }
  found.sort((one, other) => other.places - one.places);
  return found.slice(0, most).map((each) => each.word);
}

/** Words of the guide that are near to a word that it does not have.
 * @param {Index} index @param {string} query @param {number} most */
export function near(index, query, most) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const word of words(query)) {
    if (index.stop.has(word) || index.has(index.termOf(word))) continue;
    for (const { term } of nearTerms(index, word, most)) {
      const whole = index.surface.get(term.word);
      if (whole) found.add(whole);
    }
  }
  return [...found].slice(0, most);
}

/** A function that says of a word of a hit whether the query looked for it.
 * @param {Index} index @param {string} query @returns {(word: string) => boolean} */
export function marks(index, query) {
  const sought = analyse(index, query).filter((each) => !each.isStop);
  const starts = sought.map((each) => each.term).filter((term) => term.length > 3);
  const looked = new Set(
    sought.flatMap(({ choices }) =>
      [...choices].flatMap(([key, worth]) => (worth < WEIGHTS.marked ? [] : key.split(" "))),
    ),
  );
  return (word) => {
    const [plain] = words(word);
    if (!plain || index.stop.has(plain)) return false;
    const term = index.termOf(plain);
    return looked.has(term) || starts.some((start) => isFormOf(term, start));
  };
}

/** The sentence of a unit's text that holds most of what was looked for; the whole text where none holds anything.
 * @param {import("./data.js").Unit} unit @param {(word: string) => boolean} isSought What marks() gave for the query */
export function passage(unit, isSought) {
  const sentences = unit.text.split(/(?<=[.?!])\s+/);
  const held = sentences.map((sentence) => new Set(words(sentence).filter(isSought)).size);
  const most = Math.max(...held);
  return most ? sentences[held.indexOf(most)] : unit.text;
}

/** Whether a term goes on from another, or is a compound that ends in it. @param {string} term @param {string} start */
const isFormOf = (term, start) => term.startsWith(start) || (term.length > start.length + 3 && term.endsWith(start));
