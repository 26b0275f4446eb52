/* Stems of words: the Snowball algorithms for Swedish and English, letter for letter those of the Python package
   snowballstemmer 3.1, which makes the stems of the index; a browser test holds the two to each other. Folding and
   tokens are in analysis.js; which language uses which stemmer is said in languages.js. */

/** @param {string} text Words divided by space */
const listOf = (text) => text.split(" ");

/** Pairs written as "ending>what it becomes", the longest ending first. @param {string} text */
const pairsOf = (text) => listOf(text).map((pair) => /** @type {[string, string]} */ (pair.split(">")));

const VOWELS = new Set("aeiouyåäö");

/** @param {string} letter */
const isVowel = (letter) => VOWELS.has(letter);

/** Where R1 (R2) starts: after the first consonant that follows a vowel. @param {string} word @param {number} start */
function afterSyllable(word, start) {
  for (let at = start + 1; at < word.length; at++) {
    if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1;
  }
  return word.length;
}

/** @param {string} word @param {string[]} endings */
const endsWithAny = (word, endings) => endings.some((ending) => word.endsWith(ending));

/** The first pair whose ending the word has. @param {string} word @param {[string, string][]} pairs */
const pairOf = (word, pairs) => pairs.find(([ending]) => word.endsWith(ending)) ?? ["", ""];

/* Swedish ------------------------------------------------------------------------------------------ */

/** Inflections, the longest first. */
export const SWEDISH_ENDINGS = listOf(
  "heterna hetens anden andes andet arens arnas ernas heten heter ornas " +
    "ande aren arna arne aste ades erna erns orna ade are ast ens ern het ad ar as at en er es et or a e s",
);
const SV_ENDS_IN_ET = /(fab|h|[pr]ak|stak|kom|iet|[cdmnprstux]it|[ai]lit|ivit|kvit)$/;
const SV_PAIRS = listOf("dd gd nn dt gt kt tt");
const SV_LAST = listOf("lig els ig");

/** @param {string} word In lower case */
export function stemSwedish(word) {
  const start = Math.max(afterSyllable(word, 0), 3);
  let stem = withoutSwedishEnding(word, start);
  /** @param {string} ending */
  const isIn = (ending) => stem.endsWith(ending) && stem.length - ending.length >= start;
  if (stem.length - 2 >= start && endsWithAny(stem, SV_PAIRS)) stem = stem.slice(0, -1);
  if (isIn("fullt")) return stem.slice(0, -1);
  if (isIn("öst")) return /[iklnprtuv]öst$/.test(stem) ? stem.slice(0, -1) : stem;
  const last = SV_LAST.find(isIn);
  return last ? stem.slice(0, -last.length) : stem;
}

/** @param {string} word @param {number} start */
function withoutSwedishEnding(word, start) {
  const ending = SWEDISH_ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= start);
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  if (ending === "et") return isBeforeEt(base) ? base : word;
  if (ending !== "s") return base;
  if (base.endsWith("et") && isBeforeEt(base.slice(0, -2))) return base.slice(0, -2);
  return /[bcdfghjklmnoprtvy]$/.test(base) ? base : word;
}

/** Whether "et" after this is an ending, and not of the word itself ("kvalitet"). @param {string} base */
const isBeforeEt = (base) => /.[aeiouyåäö][^aeiouyåäö]$/.test(base) && !SV_ENDS_IN_ET.test(base);

/* English ------------------------------------------------------------------------------------------ */

const EN_WHOLE = new Map(
  pairsOf(
    "skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli " +
      "singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes",
  ),
);
const EN_HEADS = listOf("arsen commun emerg gener inter later organ past univers");
const EN_KEPT = /^((even|inn|out|cann|herr|earr)ing|(proc|exc|succ)eed(ly)?)$/;
const EN_STEP_2 = pairsOf(
  "ization>ize ational>ate fulness>ful ousness>ous iveness>ive tional>tion biliti>ble lessli>less entli>ent " +
    "ation>ate alism>al aliti>al ousli>ous iviti>ive fulli>ful enci>ence anci>ance abli>able izer>ize ator>ate " +
    "alli>al bli>ble ogist>og ogi>og li>",
);
const EN_STEP_3 = pairsOf("ational>ate tional>tion alize>al icate>ic iciti>ic ative> ical>ic ness> ful>");
const EN_STEP_4 = listOf("ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic");
const EN_PAST = listOf("eedly ingly edly eed ing ed");
const EN_DOUBLE = listOf("bb dd ff gg mm nn pp rr tt");

/** @param {string} word In lower case */
export function stemEnglish(word) {
  if (word.length < 3) return word;
  const whole = EN_WHOLE.get(word);
  if (whole) return whole;
  let stem = withMarkedY(word);
  const r1 = EN_HEADS.find((head) => stem.startsWith(head))?.length ?? afterSyllable(stem, 0);
  const r2 = afterSyllable(stem, r1);
  stem = withoutPlural(stem);
  if (!EN_KEPT.test(stem)) stem = withoutPast(stem, r1);
  if (stem.length > 2 && /[yY]$/.test(stem) && !isVowel(stem[stem.length - 2])) stem = stem.slice(0, -1) + "i";
  stem = step4(step3(step2(stem, r1), r1, r2), r2);
  return withoutLastLetter(stem, r1, r2).replace(/Y/g, "y");
}

/** Write Y for a y that is a consonant: at the start, and after a vowel. @param {string} word */
function withMarkedY(word) {
  const letters = Array.from(word);
  for (const [at, letter] of letters.entries()) {
    if (letter === "y" && (at === 0 || isVowel(letters[at - 1]))) letters[at] = "Y";
  }
  return letters.join("");
}

/** @param {string} word */
function withoutPlural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ied") || word.endsWith("ies")) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (word.endsWith("us") || word.endsWith("ss") || !word.endsWith("s")) return word;
  return Array.from(word.slice(0, -2)).some(isVowel) ? word.slice(0, -1) : word;
}

/** @param {string} word @param {number} r1 */
function withoutPast(word, r1) {
  const ending = EN_PAST.find((each) => word.endsWith(each));
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  if (ending.startsWith("ee")) return base.length >= r1 ? base + "ee" : word;
  if (ending === "ing" && /^[^aeiouY]y$/.test(base)) return base[0] + "ie";
  if (!Array.from(base).some(isVowel)) return word;
  if (endsWithAny(base, ["at", "bl", "iz"])) return base + "e";
  if (endsWithAny(base, EN_DOUBLE)) return /^[aeo]..$/.test(base) ? base : base.slice(0, -1);
  return r1 >= base.length && endsShort(base) ? base + "e" : base;
}

/** Whether the word ends in a short syllable. @param {string} word */
function endsShort(word) {
  const size = word.length;
  if (word.endsWith("past")) return true;
  if (size === 2) return isVowel(word[0]) && !isVowel(word[1]);
  if (size < 3) return false;
  const last = word[size - 1];
  return !isVowel(last) && !"wxY".includes(last) && isVowel(word[size - 2]) && !isVowel(word[size - 3]);
}

/** @param {string} word @param {number} r1 */
function step2(word, r1) {
  const [ending, rest] = pairOf(word, EN_STEP_2);
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  const wrongBefore = (ending === "ogi" && !base.endsWith("l")) || (ending === "li" && !/[cdeghkmnrt]$/.test(base));
  return base.length < r1 || wrongBefore ? word : base + rest;
}

/** @param {string} word @param {number} r1 @param {number} r2 */
function step3(word, r1, r2) {
  const [ending, rest] = pairOf(word, EN_STEP_3);
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  return base.length >= (ending === "ative" ? r2 : r1) ? base + rest : word;
}

/** @param {string} word @param {number} r2 */
function step4(word, r2) {
  const ending = EN_STEP_4.find((each) => word.endsWith(each));
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  return base.length < r2 || (ending === "ion" && !/[st]$/.test(base)) ? word : base;
}

/** @param {string} word @param {number} r1 @param {number} r2 */
function withoutLastLetter(word, r1, r2) {
  const base = word.slice(0, -1);
  if (word.endsWith("e") && (base.length >= r2 || (base.length >= r1 && !endsShort(base)))) return base;
  return word.endsWith("ll") && base.length >= r2 ? base : word;
}
