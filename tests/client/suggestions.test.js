/* What is offered beside the hits, and what is marked in them. */
import assert from "node:assert/strict";
import test from "node:test";
import { counted, piecesOf, withoutLastWord } from "../../scripts/guide/client/search/highlight.js";
import { marks, near, passage, suggest } from "../../scripts/guide/client/search/suggestions.js";
import { swedishIndex } from "./small-index.js";

const index = swedishIndex();

test("whole words for the one being typed", () => {
  assert.deepEqual(suggest(index, "vad är handl", 4).sort(), ["handla", "handlingsutrymme"]);
  assert.deepEqual(suggest(index, "handl", 1).length, 1);
  assert.deepEqual(suggest(index, "fran", 4), ["frånvaro"]);
});

test("none for a finished word, a single letter, or the word itself", () => {
  assert.deepEqual(suggest(index, "handl ", 4), []);
  assert.deepEqual(suggest(index, "h", 4), []);
  assert.deepEqual(suggest(index, "handlingsutrymme", 4), []);
});

test("near words for one that the guide does not have", () => {
  assert.deepEqual(near(index, "tilit", 4), ["tillit"]);
  assert.deepEqual(near(index, "tillit vad", 4), []);
});

test("what was looked for is marked, in any form, and small words are not", () => {
  const isSought = marks(index, "vad är tilliten");
  const pieces = piecesOf("Vad är tillit, egentligen?", isSought);
  assert.equal(pieces.map((piece) => piece.text).join(""), "Vad är tillit, egentligen?");
  assert.deepEqual(
    pieces.filter((piece) => piece.isMarked).map((piece) => piece.text),
    ["tillit"],
  );
});

test("what is only alike is found but not marked", () => {
  assert.equal(marks(index, "tilltro ")("tillit"), false);
});

test("a compound with the word in it is marked", () => {
  const isSought = marks(index, "utrymme ");
  assert.equal(isSought("handlingsutrymmet"), true);
  assert.equal(isSought("tillit"), false);
  assert.equal(isSought(", "), false);
});

test("a suggested word takes the place of the one being typed", () => {
  assert.equal(withoutLastWord("vem har ansv"), "vem har ");
  assert.equal(withoutLastWord("vem har "), "vem har ");
});

test("one hit and several", () => {
  assert.equal(counted(1, "1 träff", "{} träffar"), "1 träff");
  assert.equal(counted(12, "1 träff", "{} träffar"), "12 träffar");
});

test("the passage is the sentence that fits, or the beginning", () => {
  const unit = { ...index.units[2], text: "Tillit växer långsamt. Chefen mäter frånvaro. Sedan händer annat." };
  assert.equal(passage(unit, marks(index, "sjukfrånvaro chef ")), "Chefen mäter frånvaro.");
  assert.equal(passage(unit, marks(index, "kvantdator ")), unit.text);
});
