/* Codes that people pass on, and the picture of a group that they make. */
import assert from "node:assert/strict";
import test from "node:test";
import { decode, encode, TAGS } from "../../scripts/guide/client/assessment/code.js";
import { compare, pictureOf, readCodes } from "../../scripts/guide/client/group/picture.js";

/** @param {number} tag @param {boolean} [isManager] @param {(number | null)[]} [means] */
const coded = (tag, isManager = false, means = [1, 2.25, 5, null, 3.5, 4]) => ({ version: 1, isManager, means, tag });

/** @param {number} count @param {boolean} isManager @param {(number | null)[]} means @param {number} [from] */
const people = (count, isManager, means, from = 0) =>
  Array.from({ length: count }, (_, number) => coded(from + number, isManager, means));

test("a code comes back as it went, however it is typed", () => {
  for (const one of [coded(0), coded(TAGS - 1, true), coded(7, true, [null, null, null, null, null, null])]) {
    const code = encode(one);
    assert.match(code, /^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
    assert.deepEqual(decode(code, 1), one);
    assert.deepEqual(decode(` ${code.toLowerCase().replace("-", " ")} `, 1), one);
  }
});

test("means are told in quarters", () => {
  const found = decode(encode(coded(3, false, [8 / 3, 4 / 3, 3, 3, 3, 3])), 1);
  assert.deepEqual(typeof found === "string" ? found : found.means.slice(0, 2), [2.75, 1.25]);
});

test("any one wrong letter, and any two that have changed places, are found", () => {
  const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  const code = encode(coded(123)).replace("-", "");
  for (let at = 0; at < code.length; at += 1) {
    for (const letter of letters) {
      if (letter === code[at]) continue;
      assert.equal(decode(code.slice(0, at) + letter + code.slice(at + 1), 1), "wrong", `${letter} at ${at}`);
    }
    const swapped = [...code];
    [swapped[at], swapped[at + 1]] = [swapped[at + 1], swapped[at]];
    if (at + 1 < code.length && code[at] !== code[at + 1]) assert.equal(decode(swapped.join(""), 1), "wrong");
  }
});

test("what is no code, and a code of another version, say which they are", () => {
  for (const text of ["", "hej", "OOOOO-IIIII", `${encode(coded(1))}X`]) assert.equal(decode(text, 1), "wrong");
  assert.equal(decode(encode({ ...coded(1), version: 2 }), 1), "old");
});

test("codes are read a line each, and faults name their line", () => {
  const [one, two] = [encode(coded(1)), encode(coded(2))];
  const old = encode({ ...coded(3), version: 3 });
  const { answers, faults } = readCodes(`${one}\n\n${two}\r\n${one.toLowerCase()}\nfel\n${old}\n`, 1);
  assert.equal(answers.length, 2);
  assert.deepEqual(
    faults.map(({ line, fault }) => [line, fault]),
    [
      [4, "doubled"],
      [5, "wrong"],
      [6, "old"],
    ],
  );
});

test("nothing is given of four, and all of five", () => {
  const means = [1, 2, 3, 4, 5, null];
  assert.deepEqual(
    pictureOf(people(4, false, means), 6, 5).map(({ all }) => all),
    Array(6).fill(null),
  );
  const five = pictureOf(people(5, false, means), 6, 5);
  assert.deepEqual([five[0].all?.mean, five[4].all?.count, five[5].all], [1, 5, null]);
});

test("managers and staff are told apart only where nobody can be worked out", () => {
  const staff = people(6, false, [2, 2, 2, 2, 2, 2]);
  const few = pictureOf([...staff, ...people(4, true, [5, 5, 5, 5, 5, 5], 50)], 6, 5)[0];
  assert.deepEqual([few.all?.count, few.managers, few.staff], [10, null, null]);
  const managers = [...people(4, true, [5, 5, 5, 5, 5, 5], 50), ...people(1, true, [null, 5, 5, 5, 5, 5], 90)];
  const [first, second] = pictureOf([...staff, ...managers], 6, 5);
  assert.deepEqual([first.managers, first.staff], [null, null], "one of five managers has no mean there");
  assert.deepEqual([second.managers?.mean, second.staff?.mean], [5, 2]);
});

test("thirty participants make one picture", () => {
  const answers = Array.from({ length: 30 }, (_, number) =>
    coded(number, number % 3 === 0, Array(6).fill(1 + (number % 17) / 4)),
  );
  const { answers: read, faults } = readCodes(answers.map(encode).join("\n"), 1);
  assert.deepEqual([read.length, faults.length], [30, 0]);
  const [picture] = pictureOf(read, 6, 5);
  assert.deepEqual([picture.all?.count, picture.managers?.count, picture.staff?.count], [30, 10, 20]);
  assert.deepEqual([picture.all?.lowest, picture.all?.highest], [1, 5]);
});

test("a difference counts only where it is larger than chance often makes it", () => {
  /** @param {number[]} values */
  const spread = (values) =>
    pictureOf(
      values.map((value, tag) => coded(tag, false, Array(6).fill(value))),
      6,
      5,
    )[0].all;
  const [wide, wider] = [spread([1, 2, 3, 4, 5]), spread([2, 3, 4, 4, 5])];
  const [low, high] = [spread([2, 2, 2.25, 2, 2]), spread([4, 4, 4.25, 4, 4])];
  assert.ok(wide && wider && low && high);
  assert.deepEqual([compare(wide, wider), compare(low, high), compare(high, low)], ["alike", "higher", "lower"]);
  assert.equal(compare(low, low), "alike");
});
