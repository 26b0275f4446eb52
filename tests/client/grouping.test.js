/* Which lines the list of hits has, and in which order. */
import assert from "node:assert/strict";
import test from "node:test";
import { answersFirst, grouped, isQuestion, pagesIn } from "../../scripts/guide/client/search/grouping.js";
/** @import { Kind } from "../../scripts/guide/client/search/data.js" */

/** A hit: "s steps/why" is a section of steps/. @param {string} written @param {number} [fit] */
function hit(written, fit = 1) {
  const [kind, where] = written.split(" ");
  const [address, anchor = ""] = where.split("/");
  const unit = { number: 0, kind: /** @type {Kind} */ (kind), title: "", text: "", page: address, place: [] };
  return { unit: { ...unit, address, anchor }, score: 1, letters: 0, named: 0, fit };
}

/** @param {{ unit: { kind: string, address: string, anchor: string } }[]} hits */
const shown = (hits) => hits.map(({ unit }) => `${unit.kind} ${unit.address}/${unit.anchor}`);

test("the sections of a page stand together, where its best one stood", () => {
  const { first, rest } = grouped(["s a/x", "s b/x", "s a/y", "p b/", "s c/x"].map((each) => hit(each)));
  assert.deepEqual(shown(first), ["s a/x", "s a/y", "s b/x", "p b/", "s c/x"]);
  assert.deepEqual(rest, []);
});

test("more than three of a page come apart from the rest", () => {
  const { first, rest } = grouped(["s a/1", "s a/2", "s b/x", "s a/3", "s a/4", "p a/"].map((each) => hit(each)));
  assert.deepEqual(shown(first), ["s a/1", "s a/2", "s a/3", "s b/x"]);
  assert.deepEqual(shown(rest), ["s a/4", "p a/"]);
});

test("answers on the page of a theme stand where they are, three of them at most", () => {
  const { first, rest } = grouped(["q a/1", "s b/x", "q a/2", "q a/3", "q a/4"].map((each) => hit(each)));
  assert.deepEqual(shown(first), ["q a/1", "s b/x", "q a/2", "q a/3"]);
  assert.deepEqual(shown(rest), ["q a/4"]);
});

test("pages are counted once", () => {
  assert.equal(pagesIn(["q a/1", "s b/x", "q a/2"].map((each) => hit(each))), 2);
  assert.equal(pagesIn([]), 0);
});

test("an answer that fits as well as the best comes before it, in its own order, and a lesser one does not", () => {
  const hits = [hit("s a/x", 0.9), hit("q b/1", 0.8), hit("q b/2", 0.9), hit("p c/", 0.7), hit("q b/3", 0.9)];
  assert.deepEqual(shown(answersFirst(hits)), ["q b/2", "q b/3", "s a/x", "q b/1", "p c/"]);
});

test("a query asks by its mark or by its first word, where more follows", () => {
  const openings = "hur vad";
  assert.ok(isQuestion("Hur mäter vi", openings));
  assert.ok(isQuestion("tillit?", openings));
  assert.ok(!isQuestion("hur", openings));
  assert.ok(!isQuestion("hurtig chef", openings));
  assert.ok(!isQuestion("chef vad", openings));
});
