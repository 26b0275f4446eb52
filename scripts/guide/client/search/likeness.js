/* Words that are nearly the same: slips of the finger, runs of letters. Only letters are looked at here; which
   words the guide has, and what likeness is worth, is in query.js. */

/** Damerau–Levenshtein distance (neighbouring letters may have changed places), given up above `most`.
 * @param {string} one @param {string} other @param {number} most */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = [];
  for (let start = 0; start <= other.length; start++) row.push(start);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    let least = at;
    for (let to = 1; to <= other.length; to++) {
      const same = one[at - 1] === other[to - 1];
      let value = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (same ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
        value = Math.min(value, before[to - 2] + 1);
      }
      next.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}

/** The letters of a word as bits of a number. @param {string} word */
export function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31);
  return bits;
}

/** @typedef {{ word: string, letters: number }} Lettered A word with its letters as bits */

/** Whether the distance can be `most` at all: a slip changes the length by one at most, and at most two of the letters
 * that a word holds. Nearly all words are told apart by this, long before their distance is counted.
 * @param {Lettered} one @param {Lettered} other @param {number} most */
export function mayBeNear(one, other, most) {
  if (Math.abs(one.word.length - other.word.length) > most) return false;
  let different = one.letters ^ other.letters;
  for (let count = 0; different; count++) {
    if (count === 2 * most) return false;
    different &= different - 1;
  }
  return true;
}

/** Runs of three to five letters of a term, its start marked: what words have in common that no ending and no part
 * tells ("arbetsbelastning", "arbetsbörda").
 * @param {string} term */
export function runsOf(term) {
  const marked = "^" + term;
  /** @type {Set<string>} */
  const found = new Set();
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= marked.length; at++) found.add(marked.slice(at, at + size));
  }
  return found;
}
