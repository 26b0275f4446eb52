/* Ranking: which units answer a query, the best first. What is looked for is worked out in query.js, and the weights
   are explained in weights.js. */
import { analyse } from "./query.js";
import { Sums } from "./sums.js";
import { WEIGHTS } from "./weights.js";
/** @import { Unit } from "./data.js" */
/** @import { Index, Wording } from "./index.js" */
/** @import { Sought } from "./query.js" */

/** @typedef {{ unit: Unit, score: number, letters: number, named: number, fit: number }} Hit */

/** Letters of a query that are looked at. */
const LONGEST_QUERY = 200;

/** A question with so many other wordings needs no help. */
const ENOUGH_WORDINGS = 6;

/** @param {Index} index @param {string} query */
export function rank(index, query) {
  const sought = analyse(index, query.slice(0, LONGEST_QUERY));
  if (!sought.length) return [];
  const texts = rankTexts(index, sought);
  const { fits, shares } = rankWordings(index, sought);
  const letters = rankLetters(index, sought);
  const named = index.namedBy(query);
  /** @type {Hit[]} */
  const hits = [];
  let known = 0;
  for (const number of new Set([...texts.keys(), ...fits.keys(), ...letters.keys()])) {
    const unit = index.units[number];
    const text = texts.get(number) ?? { score: 0, covered: 0, held: 0 };
    const fit = fits.get(number) ?? 0;
    const covered = Math.max(text.covered, fit);
    const score = (fit + WEIGHTS.text * text.score) * covered ** WEIGHTS.coverage;
    const favour = WEIGHTS.kinds[unit.kind];
    // What nobody has found other wordings for is compared by its title alone, which fits less than the best of eight.
    const lacking = unit.kind === "q" ? Math.max(0, 1 - index.asked[number] / ENOUGH_WORDINGS) : 0;
    const helped = favour * (1 + WEIGHTS.unasked * lacking);
    const alike = letters.get(number) ?? 0;
    // Each of the three parts is fooled by something else, and all of them by a query that the unit holds half of.
    const share = Math.max(shares.get(number) ?? 0, text.held);
    const sure = named.has(number) ? 1 : (share * (fit + alike + text.score)) / 3;
    const first = named.has(number) ? WEIGHTS.named[unit.kind] : 0;
    hits.push({ unit, score: score * helped, letters: alike * favour, named: first, fit: Math.min(1, sure) });
    known = Math.max(known, covered);
  }
  return known < WEIGHTS.least ? [] : inOrder(hits);
}

/** Both parts of the score measured by the best of each, the hits in order, and the poor ones left out.
 * @param {Hit[]} hits */
export function inOrder(hits) {
  const best = hits.reduce((greatest, hit) => Math.max(greatest, hit.score), 0);
  const most = hits.reduce((greatest, hit) => Math.max(greatest, hit.letters), 0);
  let top = 0;
  for (const hit of hits) {
    const score = (best ? hit.score / best : 0) + (most ? (WEIGHTS.letters * hit.letters) / most : 0);
    // What is named comes first, and does not make the others poorer.
    top = Math.max(top, score);
    hit.score = score + hit.named;
  }
  hits.sort((one, other) => other.score - one.score || one.unit.number - other.unit.number);
  return hits.filter((hit, at) => at < 3 || hit.score >= top / 4);
}

/** The hits that fit well enough to be called hits: none, or the first and those that fit about as well.
 * @param {Hit[]} hits */
export function confident(hits) {
  if (!hits.length || hits[0].fit < WEIGHTS.confident) return [];
  return hits.filter((hit) => hit.fit >= WEIGHTS.confident * WEIGHTS.follows);
}

/* The whole unit ----------------------------------------------------------------------------------- */

/** How much of the query stands in each unit; `held` is the share when unknown words weigh the most.
 * @param {Index} index @param {Sought[]} sought */
function rankTexts(index, sought) {
  let total = 0;
  let needed = 0;
  /** @type {Map<number, { score: number, covered: number, held: number }>} */
  const found = new Map();
  for (const each of sought) {
    if (each.isStop) continue;
    total += each.weight;
    needed += each.need;
    for (const [unit, best] of bestPerUnit(index, each)) {
      const sum = found.get(unit) ?? { score: 0, covered: 0, held: 0 };
      sum.score += each.weight * best.score;
      sum.covered += each.weight * best.worth;
      sum.held += each.need * best.worth;
      found.set(unit, sum);
    }
  }
  for (const sum of found.values()) {
    sum.score /= total;
    sum.covered /= total;
    sum.held /= needed;
  }
  return found;
}

/** For one word of the query: the best that any of its terms gives each unit.
 * @param {Index} index @param {Sought} sought */
function bestPerUnit(index, sought) {
  /** @type {Map<number, { score: number, worth: number }>} */
  const best = new Map();
  for (const [key, worth] of sought.choices) {
    // forEach, here and below: in code that runs at every key, pairs made for each entry are felt.
    levelsOf(index, key.split(" ")).forEach((level, unit) => {
      const before = best.get(unit);
      if (!before) best.set(unit, { score: level * worth, worth });
      else {
        before.score = Math.max(before.score, level * worth);
        before.worth = Math.max(before.worth, worth);
      }
    });
  }
  return best;
}

/** Units that hold all the terms, each with the mean of their levels. @param {Index} index @param {string[]} terms */
function levelsOf(index, terms) {
  /** @type {Map<number, number> | undefined} */
  let found;
  for (const term of terms) {
    /** @type {Map<number, number>} */
    const here = new Map();
    const above = found;
    index.known.get(term)?.levels.forEach((level, unit) => {
      if (!above || above.has(unit)) here.set(unit, (above?.get(unit) ?? 0) + level / terms.length);
    });
    found = here;
  }
  return found ?? new Map();
}

/* Wordings ----------------------------------------------------------------------------------------- */

/** For each unit, how well the best of its wordings fits the query, and the greatest share of the query's own words
 * (not of the stop words) that one of them holds. A word that the guide does not know makes every share small.
 * @param {Index} index @param {Sought[]} sought */
function rankWordings(index, sought) {
  let total = 0;
  let needed = 0;
  const matched = new Sums(index.wordings.length);
  const held = new Sums(index.wordings.length);
  const counted = new Int32Array(index.wordings.length);
  for (const [turn, each] of sought.entries()) {
    total += each.weight;
    needed += each.need;
    // The best choice of a word counts, once for each wording.
    for (const [key, worth] of [...each.choices].sort((one, other) => other[1] - one[1])) {
      for (const number of wordingsWith(index, key.split(" "))) {
        if (counted[number] === turn + 1) continue;
        counted[number] = turn + 1;
        matched.add(number, worth * each.weight);
        if (each.need) held.add(number, worth * each.need);
      }
    }
  }
  const fits = perUnit(index, matched, (wording, weight) => {
    const recalled = Math.min(1, weight / wording.total);
    return (wording.worth * weight * (1 - WEIGHTS.recall + WEIGHTS.recall * recalled)) / total;
  });
  return { fits, shares: perUnit(index, held, (_, weight) => weight / needed) };
}

/** @param {Index} index @param {string[]} terms */
function wordingsWith(index, [first, ...others]) {
  let found = index.wordingsOf.get(first) ?? [];
  for (const term of others) {
    const both = new Set(index.wordingsOf.get(term));
    found = found.filter((number) => both.has(number));
  }
  return found;
}

/** For each unit, how much the likest of its wordings is like the query in runs of letters (the cosine of the two).
 * @param {Index} index @param {Sought[]} sought */
function rankLetters(index, sought) {
  let own = 0;
  const terms = new Sums(index.terms.length);
  for (const { shared } of sought) {
    own += shared?.own ?? 0;
    for (const number of shared?.terms.numbers ?? []) terms.add(number, shared?.terms.values[number] ?? 0);
  }
  const wordings = new Sums(index.wordings.length);
  for (const term of terms.numbers) {
    for (const number of index.wordingsOf.get(index.terms[term].word) ?? []) wordings.add(number, terms.values[term]);
  }
  return perUnit(index, wordings, (wording, weight) => (wording.worth * weight) / Math.sqrt(own * wording.runs));
}

/** @param {Index} index @param {Sums} sums @param {(wording: Wording, sum: number) => number} fitOf */
function perUnit(index, sums, fitOf) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const number of sums.numbers) {
    const wording = index.wordings[number];
    const fit = fitOf(wording, sums.values[number]);
    if (fit > (best.get(wording.unit) ?? 0)) best.set(wording.unit, fit);
  }
  return best;
}
