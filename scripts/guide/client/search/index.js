/* The index of one language in the browser's memory: units, the terms and wordings they hold, how rare each term is,
   and which words mean the same. It is read from the form of data.js. What a query makes of it is in query.js and
   ranking.js. */
import { folded, termOf, undotted, words } from "./analysis.js";
import { FORMAT, lists, numbers, termsIn, unitsIn } from "./data.js";
import { rulesOf } from "./languages.js";
import { lettersOf, runsOf } from "./likeness.js";
import { Sums } from "./sums.js";
import { WEIGHTS } from "./weights.js";
/** @import { IndexData, LaterData, TermsData } from "./data.js" */
/** @import { Lettered } from "./likeness.js" */

/** @typedef {Lettered & { term: string }} Whole A word of the guide, folded, with its term */

/** A term of the index (`word`), with the units it stands in. Stop words are none. */
export class Term {
  /** @param {string} word @param {number} number */
  constructor(word, number) {
    this.word = word;
    this.number = number;
    this.letters = lettersOf(word);
    /** How much each unit is about it, 0 to 1. @type {Map<number, number>} */
    this.levels = new Map();
    /** How rare it is. */
    this.idf = 0;
    /** What its runs of letters weigh together. */
    this.runs = 0;
  }

  /** @param {number} unit @param {number} level */
  addTo(unit, level) {
    const before = this.levels.get(unit);
    this.levels.set(unit, before === undefined ? level : 1 - (1 - before) * (1 - level));
  }
}

/** Something that a query may equal: a title, or a question in other words. */
export class Wording {
  /** @param {number} unit @param {number} worth */
  constructor(unit, worth) {
    this.unit = unit;
    this.worth = worth;
    /** @type {string[]} */
    this.terms = [];
    /** What its terms weigh together, and what their runs of letters do. */
    this.total = 0;
    this.runs = 0;
  }
}

/** The list that a map holds for a key, made where there is none.
 * @template K, V @param {Map<K, V[]>} map @param {K} key */
function listAt(map, key) {
  const found = map.get(key) ?? [];
  if (!found.length) map.set(key, found);
  return found;
}

/** A text as it is typed, without marks, dots and apostrophes. @param {string} text */
const plainly = (text) => words(text.replace(/['’]/g, "")).map(folded).join(" ");

export class Index {
  /** @param {IndexData} data */
  constructor(data) {
    if (data.format !== FORMAT) throw new Error(`The search index has form ${data.format}, not ${FORMAT}`);
    this.language = data.language;
    this.rules = rulesOf(data.language);
    this.stop = new Set(data.stop.split(" "));
    this.stopTerms = new Set([...this.stop].map((word) => this.termOf(word)));
    /** Stop words by how they are typed without å, ä and ö. */
    this.smallWords = new Map([...this.stop].map((word) => [undotted(word), word]));
    this.units = unitsIn(data);
    /** @type {Term[]} */
    this.terms = [];
    /** @type {Map<string, Term>} */
    this.known = new Map();
    /** Their words in order. @type {string[]} */
    this.sorted = [];
    /** How many other wordings each unit has. */
    this.asked = this.units.map(() => 0);
    /** @type {Wording[]} */
    this.wordings = [];
    /** The wordings that hold a term, stop words among them. @type {Map<string, number[]>} */
    this.wordingsOf = new Map();
    /** Units by their whole title, and pages by the name that it begins with. @type {Map<string, number[]>} */
    this.names = new Map();
    /** Phrases (as terms) that mean the same. @type {Map<string, string[]>} */
    this.synonyms = new Map();
    this.longestSynonym = 1;
    /** A word that has the term, to show. @type {Map<string, string>} */
    this.surface = new Map();
    /** Every word of titles and short answers, to tell slips by. @type {Map<string, Whole>} */
    this.wholes = new Map();
    /** Runs of letters, with what each weighs. @type {Map<string, { terms: Term[], weight: number }>} */
    this.runs = new Map();
    /** What a run weighs that stands nowhere, and a word that the index does not have. */
    this.newRun = this.typical = 0;
    this.#readTitles();
    this.#readTerms(data);
    this.#weigh();
  }

  /** @param {string} word */
  termOf(word) {
    return termOf(word, this.language);
  }

  /** @param {string} term */
  has(term) {
    return this.known.has(term);
  }

  /** The rest, which the first hits did not wait for. @param {LaterData} more */
  addTexts(more) {
    for (const [number, text] of more.texts.entries()) {
      this.units[number].text = text;
      this.#termsOf(text);
    }
    this.#readTerms(more);
    this.#readSynonyms(more.synonyms);
    this.#weigh();
  }

  /** What a term weighs that so many units hold. @param {number} places */
  rarity(places) {
    return Math.log(1 + this.units.length / places);
  }

  /** A term's weight: that of the index, or for a stop word, which the index leaves out, a share of how rare it is
   * among the wordings ("how" says little, "how often" more).
   * @param {string} term */
  weightOf(term) {
    const places = this.wordingsOf.get(term)?.length ?? 0;
    return this.known.get(term)?.idf ?? WEIGHTS.stop * Math.log(1 + this.wordings.length / (1 + places));
  }

  /** What a word shares with the terms of the index: the weight of their common runs, and of its own.
   * @param {string} word */
  sharedRuns(word) {
    const found = { own: 0, terms: new Sums(this.terms.length) };
    for (const run of runsOf(word)) {
      const known = this.runs.get(run);
      found.own += known?.weight ?? this.newRun;
      for (const term of known?.terms ?? []) found.terms.add(term.number, known?.weight ?? 0);
    }
    return found;
  }

  /** Units whose title the query is as it stands, or whose name. @param {string} query */
  namedBy(query) {
    return new Set(this.names.get(plainly(query)));
  }

  /** A synonym of several words is looked for by those that the index holds. @param {string} phrase */
  contentOf(phrase) {
    const all = phrase.split(" ");
    const kept = all.filter((term) => this.has(term));
    return kept.length ? kept : all;
  }

  /** Titles, and headings together with the title of their page: wordings beside those that editors gathered. */
  #readTitles() {
    for (const { number, kind, title, page } of this.units) {
      const terms = this.#termsOf(title);
      this.#addWording(number, terms, 1);
      // "Sundsvall: one dialogue with the council" is the page of Sundsvall.
      const names = kind === "p" ? [title, ...title.split(/: | – /)] : [title];
      for (const name of new Set(names.map(plainly))) listAt(this.names, name).push(number);
      if (title.includes("-")) this.#addWording(number, this.#termsOf(title.replace(/-/g, "")), 1);
      if (kind === "s" || kind === "u") this.#addWording(number, [...this.#termsOf(page), ...terms], WEIGHTS.context);
    }
  }

  /** The terms of a text; its words are remembered, to suggest whole words later. @param {string} text */
  #termsOf(text) {
    return words(text).map((word) => {
      const term = this.termOf(word);
      const bare = folded(word);
      if (!this.surface.has(term)) this.surface.set(term, word);
      if (!this.wholes.has(word)) this.wholes.set(word, { term, word: bare, letters: lettersOf(bare) });
      return term;
    });
  }

  /** @param {number} unit @param {string[]} terms @param {number} worth */
  #addWording(unit, terms, worth) {
    const number = this.wordings.push(new Wording(unit, worth)) - 1;
    for (const term of new Set(terms)) this.#addToWording(number, term);
  }

  /** @param {number} number @param {string} term */
  #addToWording(number, term) {
    this.wordings[number].terms.push(term);
    listAt(this.wordingsOf, term).push(number);
  }

  /** @param {TermsData} data */
  #readTerms(data) {
    const terms = termsIn(data);
    let at = 0;
    for (const [number, units] of lists(data.counts, data.gaps).entries()) {
      for (const unit of units) this.#addToUnit(unit, terms[number], Number(data.weights[at++]) / data.levels);
    }
    this.#readWordings(terms, numbers(data.alsoPerUnit), lists(data.alsoCounts, data.alsoGaps));
  }

  /** @param {string[]} terms @param {number[]} perUnit How many each unit has @param {number[][]} places */
  #readWordings(terms, perUnit, places) {
    const first = this.wordings.length;
    for (const [unit, count] of perUnit.entries()) {
      this.asked[unit] += count;
      for (let left = count; left; left--) this.wordings.push(new Wording(unit, WEIGHTS.also));
    }
    for (const [number, texts] of places.entries()) {
      /** @type {Map<number, number>} */
      const counts = new Map();
      for (const text of texts) {
        this.#addToWording(first + text, terms[number]);
        const { unit } = this.wordings[first + text];
        counts.set(unit, (counts.get(unit) ?? 0) + 1);
      }
      // A term counts as one of the unit's text, and more the more of its wordings hold it.
      for (const [unit, count] of counts) this.#addToUnit(unit, terms[number], count / (count + WEIGHTS.alsoText));
    }
  }

  /** @param {number} unit @param {string} word @param {number} level */
  #addToUnit(unit, word, level) {
    if (!this.stopTerms.has(word)) (this.known.get(word) ?? this.#addTerm(word)).addTo(unit, level);
  }

  /** @param {string} word */
  #addTerm(word) {
    const term = new Term(word, this.terms.length);
    this.terms.push(term);
    this.known.set(word, term);
    return term;
  }

  /** @param {string[]} groups */
  #readSynonyms(groups) {
    for (const group of groups) {
      const members = group.split("|");
      for (const member of members) {
        listAt(this.synonyms, member).push(...members.filter((other) => other !== member));
        this.longestSynonym = Math.max(this.longestSynonym, member.split(" ").length);
      }
    }
  }

  /** How rare terms are, and what follows from it for wordings. */
  #weigh() {
    for (const term of this.terms) term.idf = this.rarity(term.levels.size);
    this.typical = this.rarity(8);
    this.sorted = this.terms.map((term) => term.word).sort();
    this.#readRuns();
    for (const wording of this.wordings) {
      wording.total = wording.runs = 0;
      for (const term of wording.terms) {
        wording.total += this.weightOf(term);
        wording.runs += this.known.get(term)?.runs ?? 0;
      }
    }
  }

  /** Where each run of letters stands, and what it weighs (squared, as a cosine needs it). */
  #readRuns() {
    /** @type {Map<string, Term[]>} */
    const places = new Map();
    for (const term of this.terms) {
      term.runs = 0;
      for (const run of runsOf(term.word)) listAt(places, run).push(term);
    }
    this.runs = new Map();
    for (const [run, terms] of places) {
      const weight = Math.log(1 + this.terms.length / terms.length) ** 2;
      this.runs.set(run, { terms, weight });
      for (const term of terms) term.runs += weight;
    }
    this.newRun = Math.log(1 + this.terms.length) ** 2;
  }
}
