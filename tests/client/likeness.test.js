/* Slips of the finger, runs of letters. */
import assert from "node:assert/strict";
import test from "node:test";
import { distance, lettersOf, mayBeNear, runsOf } from "../../scripts/guide/client/search/likeness.js";

test("distance counts letters changed, left out, added and swapped", () => {
  assert.equal(distance("tillit", "tillit", 2), 0);
  assert.equal(distance("tillit", "tilllit", 2), 1);
  assert.equal(distance("tillit", "tilit", 2), 1);
  assert.equal(distance("tillit", "tallit", 2), 1);
  assert.equal(distance("tillit", "tlilit", 2), 1);
  assert.equal(distance("ca", "abc", 3), 3);
});

test("distance is given up above the most", () => {
  assert.equal(distance("styrning", "tillit", 2), 3);
  assert.equal(distance("tillit", "tillitsfull", 1), 2);
});

test("what may not be near is never near", () => {
  const words = ["tillit", "tilit", "tlilit", "tallit", "tillits", "styrning", "stirning", "stöd", "std", "städ"];
  const lettered = words.map((word) => ({ word, letters: lettersOf(word) }));
  for (const one of lettered) {
    for (const other of lettered) {
      if (!mayBeNear(one, other, 1)) assert.ok(distance(one.word, other.word, 1) > 1, `${one.word} ${other.word}`);
    }
  }
  assert.equal(mayBeNear(lettered[0], lettered[5], 2), false);
  assert.equal(mayBeNear(lettered[0], lettered[1], 1), true);
});

test("runs of three to five letters, the start marked", () => {
  assert.deepEqual([...runsOf("chef")].sort(), ["^ch", "^che", "^chef", "che", "chef", "hef"]);
  assert.equal(runsOf("a").size, 0);
});
