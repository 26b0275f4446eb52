/* Which rows of a filtered table are shown. */
import assert from "node:assert/strict";
import test from "node:test";
import { countOf, isWanted } from "../../scripts/guide/client/filter/rows.js";

const ROW = { text: "Ängelholms kommun: Färre mål", values: { theme: "culture leadership", country: "SE" } };

/** @param {string} words @param {Record<string, string>} chosen */
const fits = (words, chosen = {}) => isWanted(ROW, { words, chosen });

test("nothing asked for: every row", () => {
  assert.equal(fits("", { theme: "", country: "" }), true);
});

test("a value that the row has, whole, and all that are chosen", () => {
  assert.equal(fits("", { theme: "leadership" }), true);
  assert.equal(fits("", { theme: "leader" }), false);
  assert.equal(fits("", { theme: "culture", country: "NO" }), false);
  assert.equal(fits("", { sector: "state" }), false);
});

test("all words, in any case and order", () => {
  assert.equal(fits("MÅL  ängel"), true);
  assert.equal(fits("mål saknas"), false);
  assert.equal(fits("mål", { country: "NO" }), false);
});

test("the count names both numbers", () => {
  assert.equal(countOf("{} av {} rader", 3, 12), "3 av 12 rader");
});
