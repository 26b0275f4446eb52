/* From answers to a profile, and what is kept of them. */
import assert from "node:assert/strict";
import test from "node:test";
import { asText, fromText } from "../../scripts/guide/client/assessment/answers.js";
import { answered, profileOf, written } from "../../scripts/guide/client/assessment/profile.js";

const NAMES = ["a", "b", "c", "d", "e", "f"];
const PARTS = NAMES.map((id) => ({
  id,
  name: id.toUpperCase(),
  statements: [1, 2, 3, 4].map((one) => `${id}-${one}`),
}));
const IDS = PARTS.flatMap((part) => part.statements);

/** The same answers in each dimension that is named. @param {(number | undefined)[]} given @param {string[]} names */
function answersOf(given, names = NAMES) {
  /** @type {Record<string, number>} */
  const answers = {};
  for (const name of names) {
    for (const [number, answer] of given.entries()) if (answer !== undefined) answers[`${name}-${number + 1}`] = answer;
  }
  return answers;
}

test("a mean is that of the answers with a figure, and don't know is no figure", () => {
  const [part] = profileOf(PARTS, answersOf([1, 2, 5, 0]), 3).parts;
  assert.deepEqual([part.lowest, part.highest, part.count, part.unsure], [1, 5, 3, 1]);
  assert.equal(written(Number(part.mean), "sv"), "2,7");
  assert.equal(written(Number(part.mean), "en"), "2.7");
});

test("two answers make no mean", () => {
  const profile = profileOf(PARTS, answersOf([1, 5, undefined, 0]), 3);
  assert.deepEqual([profile.parts[0].mean, profile.verdict], [null, "few"]);
});

test("four dimensions in six are enough for a profile, three are not", () => {
  assert.equal(profileOf(PARTS, answersOf([3, 3, 3], ["a", "b", "c", "d"]), 3).verdict, "ready");
  assert.equal(profileOf(PARTS, answersOf([3, 3, 3], ["a", "b", "c"]), 3).verdict, "few");
  assert.equal(profileOf(PARTS, {}, 3).verdict, "few");
});

test("half or more don't know says so, whatever the rest says", () => {
  assert.equal(profileOf(PARTS, answersOf([4, 4, 0, 0]), 3).verdict, "unsure");
  assert.equal(profileOf(PARTS, answersOf([4, 4, 4, 0]), 3).verdict, "ready");
});

test("what is below three is low, the lowest first; three itself is not", () => {
  const answers = { ...answersOf([3, 3, 3, 3]), ...answersOf([2, 2, 3, 3], ["b"]), ...answersOf([1, 1, 1, 1], ["e"]) };
  assert.deepEqual(profileOf(PARTS, answers, 3).low, ["e", "b"]);
  assert.deepEqual(profileOf(PARTS, answersOf([3, 3, 3, 3]), 3).low, []);
});

test("the widest dimension is named only where the answers lie far apart", () => {
  assert.equal(profileOf(PARTS, answersOf([3, 4, 5, 3]), 3).widest, null);
  assert.equal(profileOf(PARTS, { ...answersOf([1, 4, 4, 4]), ...answersOf([1, 5, 5, 5], ["c"]) }, 3).widest, "c");
});

test("statements that somebody does not know about are listed in their order", () => {
  assert.deepEqual(profileOf(PARTS, { ...answersOf([4, 4, 4, 4]), "f-1": 0, "a-3": 0 }, 3).unknown, ["a-3", "f-1"]);
  assert.equal(answered({ "a-1": 0, "a-2": 4 }), 2);
});

test("what was kept comes back as it was", () => {
  const filled = { answers: { "a-1": 5, "b-2": 0 }, notes: { a: "Å “q”\n<b>" }, role: "manager", sector: "state" };
  assert.deepEqual(fromText(asText(filled, 1), 1, IDS), filled);
});

test("what is damaged, of another version or of another kind is nothing", () => {
  for (const text of ["", "{", "null", "[]", "7", '"x"', "{}", '{"version":2,"answers":{"a-1":5}}']) {
    assert.equal(fromText(text, 1, IDS), null, text);
  }
});

test("single values that do not fit are left out, and the rest is used", () => {
  const answers = { "a-1": 6, "a-2": "4", "a-3": 2.5, "a-4": -1, "b-1": 3, gone: 3, constructor: 2 };
  const text = JSON.stringify({ version: 1, answers, notes: { a: 7, b: "y".repeat(5001), c: "ok" }, role: 3 });
  assert.deepEqual(fromText(text, 1, IDS), {
    answers: { "b-1": 3 },
    notes: { c: "ok" },
    role: "3",
    sector: "undefined",
  });
  assert.deepEqual(fromText('{"version":1,"answers":7,"notes":null}', 1, IDS)?.answers, {});
});
