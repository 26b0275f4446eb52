/* Words written together: the known words that a compound is made of, the twin of
   scripts/guide/search/compounds.py. Which words are known is the caller's to say. */

const SHORTEST_PART = 4;
/* Endings that make a new word of one word; they look like words. */
const NO_PARTS = new Set(
  (
    "skap skapet skapen skapens anden ande heten ning ningen ningar bart lösa löst löshet full fullt mässig " +
    "mässigt samma"
  ).split(" "),
);

/** The two parts of a compound, without a linking s; none where it is no compound.
 * @param {string} word @param {(part: string) => unknown} isKnown @returns {string[]} */
export function split(word, isKnown) {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const left = word.slice(0, cut);
    const right = word.slice(cut);
    if (NO_PARTS.has(right) || !isKnown(right)) continue;
    const bare = left.slice(0, -1);
    if (left.endsWith("s") && left.length > SHORTEST_PART && isKnown(bare)) return [bare, right];
    if (isKnown(left)) return [left, right];
  }
  return [];
}
