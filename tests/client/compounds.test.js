/* Splitting words that are written together. */
import assert from "node:assert/strict";
import test from "node:test";
import { split } from "../../scripts/guide/client/search/compounds.js";

/** @param {string[]} known */
const among =
  (...known) =>
  (/** @type {string} */ part) =>
    known.includes(part);

test("two known parts, with and without a linking s", () => {
  assert.deepEqual(split("sjukfrånvaro", among("sjuk", "frånvaro")), ["sjuk", "frånvaro"]);
  assert.deepEqual(split("handlingsutrymmet", among("handling", "utrymmet")), ["handling", "utrymmet"]);
});

test("the cut with the longest last part is taken", () => {
  const known = among("arbets", "arbete", "arbetslag", "ledare", "lagledare", "arbet");
  assert.deepEqual(split("arbetslagledare", known), ["arbet", "lagledare"]);
});

test("only an s links parts", () => {
  assert.deepEqual(split("tillitegrund", among("tillit", "grund")), []);
});

test("no cut where a part is unknown, too short, or only an ending", () => {
  assert.deepEqual(split("sjukfrånvaro", among("sjuk")), []);
  assert.deepEqual(split("vardag", among("var", "dag")), []);
  assert.deepEqual(split("ledarskap", among("ledar", "skap")), []);
});
