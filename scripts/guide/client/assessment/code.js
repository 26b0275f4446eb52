/* The answers of one form as a short code that one person can read to another: version of the statements, who answered (as
   staff or manager, in which language), each answer, a number that tells two like forms apart, and a check that finds a slip
   of the pen. It holds no name, but whoever has it can have the answers. */

/** Digits and letters of which no two look alike; their number is prime, which the check rests on. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BASE = LETTERS.length;
const GROUP = 5;
/** What one can answer to a statement: 1 to 5, or 0. */
const STEPS = 6n;
/** Four languages, each with two roles. */
const WHO = 8n;
/** How many forms of like answers can be told apart. */
export const TAGS = 2 ** 17;
const CHECKS = 2;

/** @typedef {{ language: number, isManager: boolean, answers: number[], tag: number }} Coded The answers stand in the order
 *   of the statements, 0 for "don't know" and for none */
/** @typedef {{ version: number, count: number }} Asked Of which version the statements are, and how many */

/** How many letters hold the answers. @param {number} count */
function bodyLength(count) {
  const most = STEPS ** BigInt(count) * WHO * BigInt(TAGS);
  let length = 1;
  while (BigInt(BASE) ** BigInt(length) < most) length += 1;
  return length;
}

/** How many letters a code has. @param {number} count Of statements */
export const codeLength = (count) => 1 + bodyLength(count) + CHECKS;

/** A code's letters only, as they are compared. @param {string} text */
export const lettersOf = (text) => text.toUpperCase().replace(/[\s\-–—]/g, "");

/** Two sums by place, as of ISBN: they find any one wrong letter and any two neighbours that have changed places.
 * @param {number[]} places */
function checkOf(places) {
  const plain = places.reduce((sum, place) => sum + place, 0);
  const weighted = places.reduce((sum, place, at) => sum + place * (at + 1), 0);
  return [plain % BASE, weighted % BASE];
}

/** @param {Coded} coded @param {number} version */
export function encode({ language, isManager, answers, tag }, version) {
  let number = answers.reduce((all, answer) => all * STEPS + BigInt(answer), 0n);
  // The number that is drawn comes last: so it colours the letters that tell the role, which nobody sees at a glance then.
  number = (number * WHO + BigInt(language * 2 + Number(isManager))) * BigInt(TAGS) + BigInt(tag);
  const body = [];
  for (let left = number; body.length < bodyLength(answers.length); left /= BigInt(BASE)) {
    body.unshift(Number(left % BigInt(BASE)));
  }
  const places = [version % BASE, ...body];
  const text = [...places, ...checkOf(places)].map((place) => LETTERS[place]).join("");
  return text.replace(/.{5}(?=.)/g, "$&-");
}

/** What a code says, or why it says nothing. Small letters, spaces and dashes do not matter.
 * @param {string} text @param {Asked} asked @returns {Coded | "wrong" | "old"} */
export function decode(text, { version, count }) {
  const places = [...lettersOf(text)].map((letter) => LETTERS.indexOf(letter));
  const inner = places.slice(0, -CHECKS);
  if (places.length <= GROUP || places.includes(-1)) return "wrong";
  if (checkOf(inner).join() !== places.slice(-CHECKS).join()) return "wrong";
  if (inner[0] !== version % BASE) return "old";
  if (places.length !== codeLength(count)) return "wrong";
  let number = inner.slice(1).reduce((all, place) => all * BigInt(BASE) + BigInt(place), 0n);
  /** @param {bigint} base */
  const take = (base) => {
    const found = Number(number % base);
    number /= base;
    return found;
  };
  const tag = take(BigInt(TAGS));
  const who = take(WHO);
  const answers = Array.from({ length: count }, () => take(STEPS)).reverse();
  return number === 0n ? { language: Math.floor(who / 2), isManager: who % 2 === 1, answers, tag } : "wrong";
}
