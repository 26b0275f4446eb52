import assert from "node:assert/strict";
import { test } from "node:test";
import { lastPassed } from "../../scripts/guide/client/page/contents.js";

test("the last heading above the line is the one being read", () => {
  const tops = [100, 500, 900];
  assert.equal(lastPassed(tops, 50, false), -1);
  assert.equal(lastPassed(tops, 100, false), -1);
  assert.equal(lastPassed(tops, 101, false), 0);
  assert.equal(lastPassed(tops, 899, false), 1);
  assert.equal(lastPassed(tops, 2000, false), 2);
});

test("at the end of the page it is the last, though the page cannot scroll so far", () => {
  assert.equal(lastPassed([100, 500, 900], 450, true), 2);
  assert.equal(lastPassed([], 450, true), -1);
});
