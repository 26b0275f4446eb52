/* From text to words and terms. */
import assert from "node:assert/strict";
import test from "node:test";
import { folded, isUnfinished, termOf, undotted, words } from "../../scripts/guide/client/search/analysis.js";

test("words are runs of letters and digits, in lower case", () => {
  assert.deepEqual(words("Tillitsbaserad styrning – idé på 70-talet?"), [
    ...["tillitsbaserad", "styrning", "ide", "på", "70", "talet"],
  ]);
  assert.deepEqual(words("don’t a_b"), ["don", "t", "a", "b"]);
  assert.deepEqual(words("  …"), []);
});

test("a ligature is its letters, and what is not read is nothing", () => {
  assert.deepEqual(words("e\ufb00ekt arbets\u00admiljö \u2066chef\u2069 \ufeffstöd"), [
    "effekt",
    "arbetsmiljö",
    "chef",
    "stöd",
  ]);
});

test("å, ä and ö stay, also when written in two parts; other marks go", () => {
  assert.deepEqual(words("A\u030annat O\u0308gon ñ É"), ["ånnat", "ögon", "n", "e"]);
});

test("words without dots, and with other letters for them", () => {
  assert.equal(folded("sjukfrånvaroåäö"), "sjukfranvaroaao");
  assert.equal(undotted("naagot gaar foer"), "nagot gar for");
  assert.equal(undotted("något går för"), "nagot gar for");
});

test("terms are folded stems", () => {
  assert.equal(termOf("medarbetarna", "sv"), "medarbet");
  assert.equal(termOf("mätningarna", "sv"), "matning");
  assert.equal(termOf("mätningarna", "fi"), "matningarna");
});

test("American and British spelling have the same term", () => {
  const pairs = { organizations: "organisations", behavior: "behaviour", center: "centre", skeptical: "sceptical" };
  for (const [us, uk] of Object.entries(pairs)) assert.equal(termOf(us, "en"), termOf(uk, "en"));
  assert.notEqual(termOf("hour", "en"), termOf("hor", "en"));
});

test("the last word is unfinished until something stands after it", () => {
  assert.equal(isUnfinished("vem har ansv"), true);
  assert.equal(isUnfinished("vem har ansvar "), false);
  assert.equal(isUnfinished("vem?"), false);
});
