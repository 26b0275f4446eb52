/* What the search must know of each language: how a word becomes its stem, and which habits of spelling a reader
   may have. A language is added by adding its entry; no other module of the search asks which language it is in. The
   stemmers themselves are in stemming.js, and stop words come with the index. */
import { SWEDISH_ENDINGS, stemEnglish, stemSwedish } from "./stemming.js";

/**
 * @typedef {object} Rules
 * @property {(word: string) => string} stem
 * @property {string[]} endings Inflections, which a word that is typed without its dots may end in
 * @property {boolean} hasDots Readers type the language without å, ä and ö as well
 * @property {boolean} hasCompounds Compounds are written together
 */

/** American spellings that no rule brings together with the British. */
const BRITISH = new Map(
  Object.entries({
    ...{ center: "centre", centers: "centres", program: "programme", programs: "programmes", judgment: "judgement" },
    ...{ judgments: "judgements", license: "licence", licenses: "licences", skeptic: "sceptic", skeptics: "sceptics" },
    ...{ skeptical: "sceptical", defense: "defence", practise: "practice", fulfill: "fulfil", fulfills: "fulfils" },
    enroll: "enrol",
  }),
);

/** American and British spelling come together in one of them, whichever it is. @param {string} word */
function british(word) {
  const spelt = word
    .replace(/([bdgilmnv])our/g, "$1or")
    .replace(/iz(e|es|ed|er|ers|ing|ings|ation|ations|ational)$/, "is$1");
  return BRITISH.get(spelt) ?? spelt;
}

/**
 * A Swedish definite form that Snowball does not know, as the indefinite: barnet, områdena, människan. The twin of
 * _DEFINITE in scripts/guide/search/analysis.py.
 * @param {string} word
 */
function indefinite(word) {
  const ending = /(ets?|nas?|n)$/.exec(word);
  if (!ending) return word;
  const base = word.slice(0, ending.index);
  const isOne = ending[0].startsWith("e")
    ? !/(h|it|..and)$/.test(base)
    : ending[0] === "n"
      ? base.endsWith("a") && !/(pla|orga)$/.test(base)
      : base.endsWith("e");
  return isOne && base.length >= 3 && /[aeiouyåäö][^aeiouyåäö]/.test(base) ? base : word;
}

/** Names from Swedish are stemmed without their marks. @param {string} word */
const unmarked = (word) => word.replace(/[åä]/g, "a").replace(/ö/g, "o");

/** @type {Rules} */
const PLAIN = { stem: (word) => word, endings: [], hasDots: false, hasCompounds: false };

/** @type {Record<string, Rules | undefined>} */
const RULES = {
  sv: {
    stem: (word) => stemSwedish(indefinite(word)),
    endings: SWEDISH_ENDINGS,
    hasDots: true,
    hasCompounds: true,
  },
  en: {
    ...PLAIN,
    stem: (word) => stemEnglish(british(unmarked(word))),
  },
};

/** @param {string} language */
export const rulesOf = (language) => RULES[language] ?? PLAIN;
