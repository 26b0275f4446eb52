/* Codes that people pass on, and the picture of a group that they make. */
import assert from "node:assert/strict";
import test from "node:test";
import { codeLength, decode, encode, lettersOf, TAGS } from "../../scripts/guide/client/assessment/code.js";
import { readCodes, tellsOfFew } from "../../scripts/guide/client/group/codes.js";
import { compare, dimensionsOf, statementsOf, widestOf } from "../../scripts/guide/client/group/picture.js";

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const ASKED = { version: 1, count: 24 };
const RULES = { sizes: [4, 4, 4, 4, 4, 4], fewest: 5, known: 3 };

/** @param {number} tag @param {boolean} [isManager] @param {number[]} [pattern] Answers, over and over */
const form = (tag, isManager = false, pattern = [1, 2, 3, 4, 5, 0]) => ({
  language: 0,
  isManager,
  answers: Array.from({ length: 24 }, (_, at) => pattern[at % pattern.length]),
  tag,
});

/** @param {number} count @param {boolean} isManager @param {number[]} pattern @param {number} [from] */
const people = (count, isManager, pattern, from = 0) =>
  Array.from({ length: count }, (_, number) => form(from + number, isManager, pattern));

/** @param {number} tag @param {number} [version] */
const code = (tag, version = 1) => encode(form(tag), version);

test("a code comes back as it went, however it is typed", () => {
  for (const one of [form(0), form(TAGS - 1, true), { ...form(7, true, [5]), language: 3 }, form(9, false, [0])]) {
    const text = encode(one, 1);
    assert.match(text, /^(?:[2-9A-HJKMNP-Z]{5}-){3}[2-9A-HJKMNP-Z]{5}$/);
    assert.deepEqual(decode(text, ASKED), one);
    assert.deepEqual(decode(` ${text.toLowerCase().replaceAll("-", " ")} `, ASKED), one);
  }
});

test("a code fits the number of statements", () => {
  for (const count of [6, 30]) {
    const one = { language: 1, isManager: true, answers: Array(count).fill(5), tag: TAGS - 1 };
    const text = encode(one, 2);
    assert.equal(lettersOf(text).length, codeLength(count));
    assert.deepEqual(decode(text, { version: 2, count }), one);
  }
});

test("any one wrong letter, and any two that have changed places, are found", () => {
  const text = lettersOf(code(123));
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of LETTERS) {
      if (letter === text[at]) continue;
      assert.equal(decode(text.slice(0, at) + letter + text.slice(at + 1), ASKED), "wrong", `${letter} at ${at}`);
    }
    const swapped = [...text];
    [swapped[at], swapped[at + 1]] = [swapped[at + 1], swapped[at]];
    if (at + 1 < text.length && text[at] !== text[at + 1]) assert.equal(decode(swapped.join(""), ASKED), "wrong");
  }
});

test("what is no code, and a code of another version, say which they are", () => {
  for (const text of ["", "hej", "OOOOO-IIIII-OOOOO-IIIII", `${code(1)}X`]) assert.equal(decode(text, ASKED), "wrong");
  assert.equal(decode(code(1, 2), ASKED), "old");
  const longer = encode({ ...form(1), answers: Array(30).fill(3) }, 2);
  assert.equal(decode(longer, ASKED), "old", "of another version with more statements");
});

test("who answered cannot be seen from any one letter", () => {
  /** @param {boolean} isManager */
  const letters = (isManager) =>
    people(300, isManager, [3]).map((one) => lettersOf(encode({ ...one, tag: one.tag * 431 }, 1)));
  const [staff, managers] = [letters(false), letters(true)].map((codes) =>
    [...codes[0]].map((_, at) => new Set(codes.map((each) => each[at]))),
  );
  for (const [at, some] of staff.entries())
    assert.ok(
      [...some].some((letter) => managers[at].has(letter)),
      `letter ${at} tells`,
    );
});

test("codes are read however they are parted, and faults name their line", () => {
  const [one, two, three, four] = [code(1), code(2), code(3), code(4)];
  const spaced = four.replaceAll("-", " ");
  for (const text of [
    `${one}\n${two}\r\n${three}\n\n${spaced}`,
    `${one}, ${two}; ${three}\t${spaced}`,
    `${one} ${two} ${three} ${lettersOf(four)}`,
    `1. ${one}\n2) ${two}\n- ${three}\n• ${four}`,
    `Kod: ${one}\n"${two}"\n${[three, four].map(lettersOf).join("")}`,
  ]) {
    const read = readCodes(text, ASKED);
    assert.deepEqual([read.answers.map(({ tag }) => tag), read.faults], [[1, 2, 3, 4], []], text);
  }
  const { answers, faults } = readCodes(`${one}\n${two}\n${one.toLowerCase()}\nfel\n${code(5, 3)}, nej\n`, ASKED);
  assert.equal(answers.length, 2);
  assert.deepEqual(
    faults.map(({ line, fault, text, other }) => [line, fault, text, other]),
    [
      [3, "doubled", one.toLowerCase(), 1],
      [4, "wrong", "fel", 0],
      [5, "old", code(5, 3), 0],
      [5, "wrong", "nej", 0],
    ],
  );
});

test("of two codes from one form the later counts, and none counts in both measurements", () => {
  const changed = encode(form(1, false, [5]), 1);
  const { answers, faults } = readCodes(`${code(1)}\n${changed}`, ASKED);
  assert.deepEqual(answers, [form(1, false, [5])]);
  assert.deepEqual([faults[0].fault, faults[0].line, faults[0].other], ["changed", 2, 1]);
  const first = readCodes(code(1), ASKED);
  const second = readCodes(`${code(1)}\n${code(2)}`, ASKED, first);
  assert.deepEqual([second.answers.length, second.faults[0].fault], [1, "both"]);
});

test("a picture that would tell of few beside the last one is held", () => {
  const keys = [..."abcdefghij"];
  assert.equal(tellsOfFew([], keys, 5), false);
  assert.equal(tellsOfFew(keys, keys, 5), false);
  assert.equal(tellsOfFew(keys, [...keys, "k"], 5), true);
  assert.equal(tellsOfFew(keys, keys.slice(4), 5), true);
  assert.equal(tellsOfFew(keys, [...keys.slice(2), "k", "l"], 5), true);
  assert.equal(tellsOfFew(keys, [...keys, ..."klmno"], 5), false);
});

test("nothing is given of four, and all of five", () => {
  assert.ok(dimensionsOf(people(4, false, [3]), RULES).every(({ all }) => all === null));
  assert.ok(statementsOf(people(4, false, [3]), RULES).every((one) => one === null));
  const five = people(5, false, [1, 2, 3, 4]);
  assert.deepEqual(dimensionsOf(five, RULES)[0].all?.mean, 2.5);
  assert.deepEqual(statementsOf(five, RULES)[1]?.counts, [0, 5, 0, 0, 0]);
});

test("a mean needs three answers of a person, a statement five of the group", () => {
  const four = people(4, false, [3]);
  const unsure = form(50, false, [0, 0, 3, 3]);
  assert.equal(dimensionsOf([...four, unsure], RULES)[0].all, null);
  const found = statementsOf([...four, unsure, form(51, false, [3])], RULES);
  assert.deepEqual([found[0]?.unknown, found[2]?.unknown], [1, 0]);
  assert.equal(statementsOf([...four, unsure], RULES)[0], null);
});

test("managers and staff are told apart only where nobody can be worked out", () => {
  const staff = people(6, false, [2]);
  const few = dimensionsOf([...staff, ...people(4, true, [5], 50)], RULES)[0];
  assert.deepEqual([few.all?.count, few.managers, few.staff], [10, null, null]);
  const managers = [...people(4, true, [5], 50), form(90, true, [0, 0, 5, 5, 5, 5, 5, 5])];
  const [first, second] = dimensionsOf([...staff, ...managers], RULES);
  assert.deepEqual([first.managers, first.staff], [null, null], "one of five managers has no mean there");
  assert.deepEqual([second.managers?.mean, second.staff?.mean], [5, 2]);
  const loneStaff = dimensionsOf([...people(4, false, [2]), ...people(6, true, [5], 50)], RULES)[0];
  assert.deepEqual([loneStaff.managers, loneStaff.staff], [null, null]);
});

test("thirty participants make one picture", () => {
  const answers = Array.from({ length: 30 }, (_, number) => form(number, number % 3 === 0, [1 + (number % 5)]));
  const { answers: read, faults } = readCodes(answers.map((each) => encode(each, 1)).join("\n"), ASKED);
  assert.deepEqual([read.length, faults.length], [30, 0]);
  const [picture] = dimensionsOf(read, RULES);
  assert.deepEqual([picture.all?.count, picture.managers?.count, picture.staff?.count], [30, 10, 20]);
  assert.deepEqual(statementsOf(read, RULES)[0]?.counts, [6, 6, 6, 6, 6]);
});

test("the statements that divide a group most come first, and none where nothing does", () => {
  const divided = [...people(3, false, [1, 3, 3]), ...people(3, false, [5, 4, 3], 50)];
  assert.deepEqual(widestOf(statementsOf(divided, RULES), 3), [0, 3, 6]);
  assert.deepEqual(widestOf(statementsOf(people(6, false, [3]), RULES), 3), []);
});

/** Numbers that are alike each time the test is run. @param {number} seed */
function drawing(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test("a difference counts only where it is larger than chance often makes it", () => {
  /** @param {number[]} values */
  const spread = (values) => {
    const found = dimensionsOf(
      values.map((value, tag) => form(tag, false, [value])),
      RULES,
    )[0].all;
    assert.ok(found);
    return found;
  };
  assert.equal(compare(spread([1, 2, 3, 4, 5]), spread([2, 3, 4, 4, 5])).reading, "alike");
  assert.equal(compare(spread([2, 2, 2, 2, 2]), spread([4, 4, 4, 4, 5])).reading, "higher");
  assert.equal(compare(spread([4, 4, 4, 4, 5]), spread([2, 2, 2, 2, 2])).reading, "lower");
  const random = drawing(7);
  for (const size of [5, 10, 30]) {
    let told = 0;
    for (let round = 0; round < 2000; round += 1) {
      const [first, second] = [0, 1].map(() =>
        spread(Array.from({ length: size }, () => 1 + Math.floor(random() * 5))),
      );
      if (compare(first, second).reading !== "alike") told += 1;
    }
    assert.ok(told / 2000 < 0.05, `${told} of 2000 groups of ${size} that differ by chance only`);
  }
});
