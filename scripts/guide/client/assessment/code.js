/* A profile as a short code that one person can read to another: who answered (staff or manager), the mean of each
   dimension in quarters, a number that tells two like answers apart, and a check that finds a slip of the pen. It holds no
   single answer and no name. */

/** Digits and letters of which no two look alike; their number is prime, which the check rests on. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BASE = LETTERS.length;
const DIMENSIONS = 6;
/** 17 quarters from 1 to 5, and none. */
const VALUES = 18;
const VERSIONS = 8;
const BODY = 6;
const TAG = 2;
const LENGTH = BODY + TAG + 2;
export const TAGS = BASE ** TAG;

/** @typedef {{ version: number, isManager: boolean, means: (number | null)[], tag: number }} Coded */

/** @param {number} number @param {number} length */
function digits(number, length) {
  const found = [];
  for (let left = number; found.length < length; left = Math.floor(left / BASE)) found.unshift(left % BASE);
  return found;
}

/** @param {number[]} places */
const numberOf = (places) => places.reduce((number, place) => number * BASE + place, 0);

/** Two sums by place, as of ISBN: they find any one wrong letter and any two that have changed places.
 * @param {number[]} places */
function checkOf(places) {
  const plain = places.reduce((sum, place) => sum + place, 0);
  const weighted = places.reduce((sum, place, at) => sum + place * (at + 1), 0);
  return [plain % BASE, weighted % BASE];
}

/** @param {Coded} coded */
export function encode({ version, isManager, means, tag }) {
  let number = (version % VERSIONS) * 2 + Number(isManager);
  for (let at = 0; at < DIMENSIONS; at += 1) {
    const mean = means[at] ?? null;
    number = number * VALUES + (mean === null ? VALUES - 1 : Math.round((mean - 1) * 4));
  }
  const places = [...digits(number, BODY), ...digits(tag, TAG)];
  const text = [...places, ...checkOf(places)].map((place) => LETTERS[place]).join("");
  return `${text.slice(0, LENGTH / 2)}-${text.slice(LENGTH / 2)}`;
}

/** What a code says, or why it says nothing. Small letters, spaces and dashes do not matter.
 * @param {string} text @param {number} version @returns {Coded | "wrong" | "old"} */
export function decode(text, version) {
  const places = [...text.toUpperCase().replace(/[\s\-–—]/g, "")].map((letter) => LETTERS.indexOf(letter));
  if (places.length !== LENGTH || places.includes(-1)) return "wrong";
  const [body, check] = [places.slice(0, BODY + TAG), places.slice(BODY + TAG)];
  if (checkOf(body).join() !== check.join()) return "wrong";
  let number = numberOf(body.slice(0, BODY));
  const means = [];
  for (let at = 0; at < DIMENSIONS; at += 1) {
    const value = number % VALUES;
    means.unshift(value === VALUES - 1 ? null : 1 + value / 4);
    number = Math.floor(number / VALUES);
  }
  if (number >= VERSIONS * 2) return "wrong";
  if (Math.floor(number / 2) !== version % VERSIONS) return "old";
  return { version, isManager: number % 2 === 1, means, tag: numberOf(body.slice(BODY)) };
}
