/* From the query to what is looked for: for each word, the terms that stand for it, each with what it is worth. How
   units are ranked by them is in ranking.js; what the ways are worth is in weights.js. */
import { folded, isUnfinished, undotted, words } from "./analysis.js";
import { split } from "./compounds.js";
import { distance, lettersOf, mayBeNear } from "./likeness.js";
import { WEIGHTS } from "./weights.js";
/** @import { Index, Term } from "./index.js" */
/** @import { Lettered } from "./likeness.js" */

/** A word of the query. */
export class Sought {
  /** @param {Index} index @param {string} word */
  constructor(index, word) {
    const small = smallWord(index, word);
    this.word = small || word;
    this.term = index.termOf(this.word);
    this.isStop = Boolean(small);
    this.weight = 0;
    /** What it weighs when the fit is told: nothing for a stop word, the most for one that the guide does not know. */
    this.need = 0;
    /** Terms (several by space, all of them needed) and what they are worth. @type {Map<string, number>} */
    this.choices = new Map([[this.term, 1]]);
    this.shared = this.isStop ? null : index.sharedRuns(this.term);
  }

  /** @param {string[]} terms @param {number} worth */
  add(terms, worth) {
    const key = terms.join(" ");
    if (worth > (this.choices.get(key) ?? -1)) this.choices.set(key, worth);
  }
}

/** @param {Index} index @param {string} query */
export function analyse(index, query) {
  const found = words(query);
  const last = isUnfinished(query) ? found.length - 1 : -1;
  const abbreviations = abbreviationsIn(query);
  const sought = found.map((word, at) => {
    const each = new Sought(index, word);
    // "OSL" is not the beginning of Oslo, nor a slip of another abbreviation: it is itself, or what means the same.
    if (abbreviations.has(word)) addSynonyms(index, each, each.term, 1);
    else if (!each.isStop) lookUp(index, each, at === last);
    return each;
  });
  joinNeighbours(index, sought);
  addPhrases(index, sought);
  for (const each of sought) {
    each.weight = each.isStop ? index.weightOf(each.term) : weightOf(index, each);
    if (each.isStop) continue;
    const standing = termsFor(index, each);
    each.need = standing.length ? each.weight : index.rarity(1);
    // A word that the guide has under another name is compared in that name's letters.
    if (standing.length && !index.has(each.term)) each.shared = index.sharedRuns(standing[0]);
  }
  return sought;
}

/** The words of a query that stand in capitals among others that do not, or alone. @param {string} query */
function abbreviationsIn(query) {
  const isShouted = query.includes(" ") && query === query.toUpperCase();
  const found = isShouted ? [] : (query.match(/(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu) ?? []);
  return new Set(found.flatMap(words));
}

/** The stop word that a word is, also typed without å, ä and ö; "" for a word of another kind.
 * @param {Index} index @param {string} word */
function smallWord(index, word) {
  if (index.stop.has(word)) return word;
  return (index.rules.hasDots && !index.has(index.termOf(word)) && index.smallWords.get(undotted(word))) || "";
}

/** @param {Index} index @param {Sought} sought @param {boolean} mayGoOn */
function lookUp(index, sought, mayGoOn) {
  const dotted = variants(index, sought);
  const isKnown = index.has(sought.term) || dotted.length > 0;
  for (const term of dotted) sought.add([term], WEIGHTS.variant);
  if (mayGoOn && sought.word.length > 2) addLonger(index, sought);
  const isInParts = addParts(index, sought, isKnown);
  if (!isKnown && !isInParts && !index.synonyms.has(sought.term)) {
    for (const near of nearTerms(index, sought.word, 3)) sought.add([near.term.word], WEIGHTS.slip[near.away]);
  }
  for (const [term, worth] of [...sought.choices]) addSynonyms(index, sought, term, worth);
  addAlike(index, sought);
}

/** A word typed without å, ä and ö may have lost more than its ending: "forstar" is "förstår".
 * @param {Index} index @param {Sought} sought */
function variants(index, { word, term }) {
  if (!index.rules.hasDots || /[åäö]/.test(word)) return [];
  const forms = [word, undotted(word)].flatMap((form) => {
    const endings = index.rules.endings.filter((ending) => form.endsWith(ending) && form.length - ending.length > 2);
    return [index.termOf(form), form, ...endings.map((ending) => form.slice(0, -ending.length))];
  });
  return forms.filter((form) => form !== term && index.has(form));
}

/** Terms that begin as the word does that is being typed.
 * @param {Index} index @param {Sought} sought */
function addLonger(index, sought) {
  const start = folded(sought.word);
  let low = 0;
  let high = index.sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  const longer = index.sorted.slice(low, low + 200).filter((term) => term.startsWith(start));
  longer.sort((one, other) => one.length - other.length);
  for (const term of longer.slice(0, 12)) sought.add([term], WEIGHTS.prefix);
}

/** The parts of a compound. Where compounds are written apart, only a word that the guide does not have may be two.
 * @param {Index} index @param {Sought} sought @param {boolean} isKnown */
function addParts(index, sought, isKnown) {
  if (!index.rules.hasCompounds && isKnown) return false;
  const parts = split(sought.word, (part) => index.has(index.termOf(part))).map((part) => index.termOf(part));
  if (!parts.length) return false;
  sought.add(parts, WEIGHTS.parts);
  for (const part of parts) sought.add([part], WEIGHTS.part);
  return true;
}

/** Terms nearest to a word that the guide does not have: to its stem, to the word itself, and to a word of the guide
 * that has the term.
 * @param {Index} index @param {string} word @param {number} most */
export function nearTerms(index, word, most) {
  const [stem, bare] = [index.termOf(word), folded(word)].map((form) => ({ word: form, letters: lettersOf(form) }));
  const limit = stem.word.length < 4 ? 0 : stem.word.length < 7 ? 1 : 2;
  if (!limit) return [];
  /** @type {Map<Term, number>} */
  const found = new Map();
  /** @param {Lettered} form @param {Lettered} other @param {Term} term */
  const compare = (form, other, term) => {
    const least = (found.get(term) ?? limit + 1) - 1;
    if (least < 0 || !mayBeNear(form, other, least)) return;
    const away = distance(form.word, other.word, least);
    if (away <= least) found.set(term, away);
  };
  for (const term of index.terms) {
    compare(stem, term, term);
    compare(bare, term, term);
  }
  for (const whole of index.wholes.values()) {
    const term = index.known.get(whole.term);
    if (term) compare(bare, whole, term);
  }
  const near = [...found].map(([term, away]) => ({ term, away }));
  near.sort((one, other) => one.away - other.away || other.term.levels.size - one.term.levels.size);
  return near.slice(0, most);
}

/** What means the same as a phrase, for a word of the query.
 * @param {Index} index @param {Sought} sought @param {string} phrase @param {number} worth */
function addSynonyms(index, sought, phrase, worth) {
  for (const other of index.synonyms.get(phrase) ?? []) sought.add(index.contentOf(other), worth * WEIGHTS.synonym);
}

/** Terms that share runs of letters with the word. @param {Index} index @param {Sought} sought */
function addAlike(index, sought) {
  if (sought.term.length < 4 || !sought.shared) return;
  const { own, terms } = sought.shared;
  const alike = [];
  for (const number of terms.numbers) {
    const { word, runs } = index.terms[number];
    const share = terms.values[number] / Math.sqrt(own * runs);
    if (share >= WEIGHTS.leastAlike && word !== sought.term) alike.push({ word, share });
  }
  alike.sort((one, other) => other.share - one.share);
  for (const { word, share } of alike.slice(0, 8)) sought.add([word], WEIGHTS.alike * share);
}

/** Runs of `size` words. @param {Sought[]} sought @param {number} size */
function runsOfWords(sought, size) {
  return sought.slice(size - 1).map((_, at) => sought.slice(at, at + size));
}

/** @param {Index} index @param {Sought[]} sought */
function joinNeighbours(index, sought) {
  for (const run of [...runsOfWords(sought, 2), ...runsOfWords(sought, 3)]) {
    for (const link of ["", "s"]) joinRun(index, run, link);
  }
}

/** Two or three words that the guide writes together.
 * @param {Index} index @param {Sought[]} run @param {string} link */
function joinRun(index, run, link) {
  const last = run[run.length - 1].word;
  const joined = run
    .map((part) => part.word)
    .join("")
    .replace(last, link + last);
  const term = index.termOf(joined);
  // "går det" is not "gårdet".
  const areSmall = run.every((part) => part.isStop || part.word.length < 3);
  if (areSmall || joined.length < 6 || !index.has(term)) return;
  for (const part of run) {
    part.isStop = false;
    part.add([term], WEIGHTS.joined);
    addSynonyms(index, part, term, WEIGHTS.joined);
  }
}

/** Synonyms of several words in the query: "administrativ börda" finds what "byråkrati" finds.
 * @param {Index} index @param {Sought[]} sought */
function addPhrases(index, sought) {
  for (let size = Math.min(index.longestSynonym, sought.length); size > 1; size--) {
    for (const run of runsOfWords(sought, size)) {
      const phrase = run.map((part) => part.term).join(" ");
      if (!index.synonyms.has(phrase)) continue;
      for (const part of run) {
        addSynonyms(index, part, phrase, 1);
        part.isStop = false;
      }
    }
  }
}

/** The terms of the guide that stand for a word, or nearly do: itself first, else the best; none for an unknown word.
 * @param {Index} index @param {Sought} sought */
function termsFor(index, { choices }) {
  let best = WEIGHTS.stands;
  /** @type {string[]} */
  let found = [];
  for (const [key, worth] of choices) {
    const terms = key.split(" ");
    if (worth < best || (worth === best && found.length) || !terms.every((term) => index.has(term))) continue;
    best = worth;
    found = terms;
  }
  return found;
}

/** What a word weighs: its own rarity, or that of the best that stands for it.
 * @param {Index} index @param {Sought} sought */
function weightOf(index, sought) {
  const own = index.known.get(sought.term);
  if (own) return own.idf;
  let best = 0;
  let weight = index.typical;
  for (const [key, worth] of sought.choices) {
    const terms = key.split(" ").map((each) => index.known.get(each));
    if (worth <= best || !terms.every(Boolean)) continue;
    best = worth;
    weight = Math.max(...terms.map((term) => term?.idf ?? 0));
  }
  return weight;
}
