/* From a query to what is looked for. */
import assert from "node:assert/strict";
import test from "node:test";
import { analyse, nearTerms } from "../../scripts/guide/client/search/query.js";
import { Index } from "../../scripts/guide/client/search/index.js";
import { asData, swedishIndex } from "./small-index.js";
import { WEIGHTS } from "../../scripts/guide/client/search/weights.js";

const index = swedishIndex();

/** What a choice of a word is worth. @param {string} query @param {string} choice @param {number} at */
const worth = (query, choice, at = 0, within = index) => analyse(within, query)[at].choices.get(choice);

test("small words are stop words, also without their dots", () => {
  const stops = analyse(index, "naer gaar något fel ").map((each) => each.isStop);
  assert.deepEqual(stops, [true, true, true, false]);
  assert.equal(analyse(index, "naer ")[0].word, "när");
});

test("a stop word weighs less than an ordinary word", () => {
  const [small, ordinary] = analyse(index, "vad handlingsutrymme ");
  assert.ok(small.weight < ordinary.weight);
  assert.ok(small.weight > 0);
});

test("a word is worth most as itself", () => {
  assert.equal(worth("tillit ", "tillit"), 1);
  assert.equal(worth("chefernas ", "chef"), 1);
});

test("a word without its dots finds the word with them", () => {
  assert.equal(worth("franvaron ", "franvaro"), 0.95);
  assert.ok((worth("vaaga ", "vag") ?? 0) > 0.9);
});

test("only the last word, while it is typed, may go on", () => {
  assert.equal(worth("handl", "handlingsutrymm"), 0.6);
  assert.ok((worth("handl ", "handlingsutrymm") ?? 0) < 0.6);
});

test("a compound that the guide does not have is looked for by its parts", () => {
  assert.equal(worth("chefsstöd ", "chef stod"), WEIGHTS.parts);
  assert.equal(worth("chefsstöd ", "stod"), 0.32);
});

test("two words that the guide writes together", () => {
  const [sick, absence] = analyse(index, "sjuk frånvaro ");
  assert.equal(sick.choices.get("sjukfranvaro"), 1);
  assert.equal(absence.choices.get("sjukfranvaro"), 1);
  assert.equal(worth("handling utrymme ", "handlingsutrymm"), 1);
});

test("a small word that is part of a longer one is no stop word there", () => {
  const parents = new Index(asData("sv", "för är det", [{ kind: "q", title: "Vad vill föräldrar?" }]));
  const [small] = analyse(parents, "för äldrar ");
  assert.deepEqual([small.isStop, small.choices.get("foraldr")], [false, 1]);
  assert.equal(analyse(parents, "är det ")[0].isStop, true);
});

test("a compound that the guide has is looked for by its parts too", () => {
  const titles = ["Sjukfrånvaro", "Att vara sjuk", "Frånvaro"];
  const sick = new Index(
    asData(
      "sv",
      "att",
      titles.map((title) => ({ kind: "q", title })),
    ),
  );
  assert.equal(worth("sjukfrånvaro ", "sjuk franvaro", 0, sick), WEIGHTS.parts);
});

test("words that mean the same, of one word and of several", () => {
  const other = swedishIndex(["chef|bas", "tillit|stark tro"]);
  assert.equal(worth("bas ", "chef", 0, other), WEIGHTS.synonym);
  const [strong, faith] = analyse(other, "stark tro ");
  assert.equal(strong.choices.get("tillit"), WEIGHTS.synonym);
  assert.equal(faith.choices.get("tillit"), WEIGHTS.synonym);
  assert.equal(worth("tro ", "tillit", 0, other), undefined);
});

test("slips of the finger, the nearest first", () => {
  assert.deepEqual(
    nearTerms(index, "tilit", 3).map(({ term, away }) => [term.word, away]),
    [["tillit", 1]],
  );
  assert.deepEqual(nearTerms(index, "ko", 3), []);
  assert.equal(worth("tilit ", "tillit"), 0.95);
  assert.equal(worth("tillit ", "tilli"), undefined);
});

test("English is not searched without dots, and a word that it has is no compound", () => {
  const english = new Index(
    asData("en", "the is what", [
      { kind: "q", title: "What is teamwork?", text: "The team is at work, and what aa is." },
      { kind: "q", title: "Team or work?", text: "The work of one." },
    ]),
  );
  assert.equal(worth("teamwork ", "team work", 0, english), undefined);
  assert.equal(worth("workteam ", "work team", 0, english), WEIGHTS.parts);
  assert.equal(analyse(english, "thae ")[0].isStop, false);
});
