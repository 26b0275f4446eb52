/* Judging answers. */
import assert from "node:assert/strict";
import test from "node:test";
import { lettered, verdictOn } from "../../scripts/guide/client/quiz/verdict.js";

test("right, wrong, and nothing chosen", () => {
  assert.equal(verdictOn("2", "2"), "right");
  assert.equal(verdictOn("0", "2"), "wrong");
  assert.equal(verdictOn("0", undefined), "wrong");
  assert.equal(verdictOn(undefined, "2"), "choose");
  assert.equal(verdictOn(undefined, undefined), "choose");
});

test("options have letters", () => {
  assert.equal(lettered(0, "Ja"), "A. Ja");
  assert.equal(lettered(2, "Nej"), "C. Nej");
});
