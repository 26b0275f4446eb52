/* What a hit is called, and sentences with a query in them. */
import assert from "node:assert/strict";
import test from "node:test";
import { LONGEST_QUERY, withinBounds } from "../../scripts/guide/client/search/highlight.js";
import { titleOf } from "../../scripts/guide/client/search/hits.js";
/** @import { Unit } from "../../scripts/guide/client/search/data.js" */

const unit = { number: 0, text: "", place: [], address: "", anchor: "" };

/** @param {Pick<Unit, "kind" | "title" | "page">} given */
const title = (given) => titleOf({ ...unit, ...given });

test("a section is called by its page first, a page and a question by themselves", () => {
  assert.equal(title({ kind: "s", title: "Varför", page: "Ledarskap" }), "Ledarskap › Varför");
  assert.equal(title({ kind: "t", title: "tillit", page: "Ordlista" }), "Ordlista › tillit");
  assert.equal(title({ kind: "p", title: "Ledarskap", page: "Ledarskap" }), "Ledarskap");
  assert.equal(title({ kind: "q", title: "Vad kostar det?", page: "Pengar" }), "Vad kostar det?");
});

test("a query has bounds", () => {
  assert.equal(withinBounds("  x y "), "x y");
  assert.equal(withinBounds("å".repeat(10_000)).length, LONGEST_QUERY);
});
