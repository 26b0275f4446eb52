/* A small index, written in the form in which the build writes it (scripts/guide/search/index.py), made of a few units.
   No test is here. */
import { termOf, words } from "../../scripts/guide/client/search/analysis.js";
import { Index } from "../../scripts/guide/client/search/index.js";
/** @import { IndexData, Kind, LaterData, TermsData } from "../../scripts/guide/client/search/data.js" */

/** @typedef {{ kind: Kind, title: string, text?: string, also?: string[], body?: string }} Given */

const DIGITS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at)).filter((digit) => digit !== "\\");

/** The twin of `_numbers` in index.py. @param {number[]} list */
export function written(list) {
  return list
    .map((number) => {
      let left = number;
      let digits = "";
      do {
        digits = DIGITS[left % 91] + digits;
        left = Math.floor(left / 91);
      } while (left);
      return "!".repeat(digits.length - 1) + digits;
    })
    .join("");
}

/** @param {number[]} rising */
const gaps = (rising) => rising.map((number, at) => number - (at ? rising[at - 1] : -1) - 1);

/** @param {string} language @param {string[][]} perUnit Texts of each unit, numbered through all units */
function textsAsData(language, perUnit) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  for (const [number, text] of perUnit.flat().entries()) {
    for (const term of new Set(words(text).map((word) => termOf(word, language)))) {
      places.set(term, [...(places.get(term) ?? []), number]);
    }
  }
  return { places, perUnit: written(perUnit.map((texts) => texts.length)) };
}

/** @param {string} language @param {string[]} texts What each unit is known by @param {string[][]} wordings
 * @returns {TermsData} */
function termsAsData(language, texts, wordings) {
  const whole = textsAsData(
    language,
    texts.map((text) => [text]),
  );
  const also = textsAsData(language, wordings);
  const terms = [...new Set([whole, also].flatMap(({ places }) => [...places.keys()]))].sort();
  /** @param {Map<string, number[]>} places */
  const counts = (places) => written(terms.map((term) => places.get(term)?.length ?? 0));
  /** @param {Map<string, number[]>} places */
  const allGaps = (places) => written(terms.flatMap((term) => gaps(places.get(term) ?? [])));
  return {
    language,
    levels: 8,
    shared: written(terms.map(() => 0)),
    rests: terms.join(" "),
    counts: counts(whole.places),
    gaps: allGaps(whole.places),
    weights: terms.flatMap((term) => (whole.places.get(term) ?? []).map(() => "4")).join(""),
    alsoPerUnit: also.perUnit,
    alsoCounts: counts(also.places),
    alsoGaps: allGaps(also.places),
  };
}

/** All units stand on one page.
 * @param {string} language @param {string} stop @param {Given[]} units @returns {IndexData} */
export function asData(language, stop, units) {
  const texts = units.map(({ title, text = "" }) => `${title} ${text}`);
  const wordings = units.map(({ also = [] }) => also);
  return {
    ...termsAsData(language, texts, wordings),
    format: 4,
    stop,
    themes: [["Grunderna", "vanliga-fragor/grunderna/"]],
    pages: [["Frågor", "fragor/", "Guiden"]],
    perPage: written([units.length]),
    kinds: units.map((unit) => unit.kind).join(""),
    anchors: units.map((_, at) => `u${at}`),
    titles: units.map((unit) => unit.title),
  };
}

/** What comes after. @param {string} language @param {Given[]} units @param {string[]} synonyms @returns {LaterData} */
export function textsOf(language, units, synonyms = []) {
  const bodies = units.map(({ body = "" }) => body);
  const none = units.map(() => []);
  return { ...termsAsData(language, bodies, none), texts: units.map((unit) => unit.text ?? ""), synonyms };
}

/** @type {Given[]} */
export const SWEDISH = [
  { kind: "p", title: "Frågor", text: "Här finns frågorna om tillit i arbetet." },
  { kind: "s", title: "Att börja", text: "Så kommer arbetet med tillit igång." },
  { kind: "q", title: "Vad är tillit?", text: "Tillit är att våga lita på någon.", also: ["vad menas med förtroende"] },
  { kind: "q", title: "Hur mäter vi sjukfrånvaro?", text: "Frånvaro mäts varje månad.", body: "chefen räknar dagar" },
  { kind: "q", title: "Vad gör en chef?", text: "En chef ger stöd och handlingsutrymme.", also: ["chefens uppgift"] },
  { kind: "t", title: "handlingsutrymme", text: "Det utrymme som en medarbetare har att handla." },
];
export const STOP = "vad är att på hur vi en och som det så med har gör för när något går";

/** @param {string[]} [synonyms] */
export function swedishIndex(synonyms) {
  const index = new Index(asData("sv", STOP, SWEDISH));
  index.addTexts(textsOf("sv", SWEDISH, synonyms));
  return index;
}

/** @param {Given[]} units */
export function indexOf(units) {
  const index = new Index(asData("sv", STOP, units));
  index.addTexts(textsOf("sv", units));
  return index;
}
