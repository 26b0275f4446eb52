/* Which units answer a query, on an index of six. */
import assert from "node:assert/strict";
import test from "node:test";
import { confident, inOrder, rank } from "../../scripts/guide/client/search/ranking.js";
import { Index } from "../../scripts/guide/client/search/index.js";
import { asData, indexOf, STOP, SWEDISH, swedishIndex, textsOf } from "./small-index.js";

/** @param {string} query */
const titles = (query, index = swedishIndex()) => rank(index, query).map((hit) => hit.unit.title);

test("a question in its own words comes first", () => {
  for (const { title, kind } of SWEDISH) if (kind === "q") assert.equal(titles(title)[0], title);
});

test("so does one in other words, without dots, in another form, or with a slip", () => {
  assert.equal(titles("vad menas med förtroende")[0], "Vad är tillit?");
  assert.equal(titles("vad menas med fortroende")[0], "Vad är tillit?");
  assert.equal(titles("chefernas uppgifter")[0], "Vad gör en chef?");
  assert.equal(titles("hur mats sjukfranvaron")[0], "Hur mäter vi sjukfrånvaro?");
  assert.equal(titles("handlinsutrymme ")[0], "handlingsutrymme");
});

test("a term is the answer to itself, a question to what is asked", () => {
  assert.equal(titles("handlingsutrymme")[0], "handlingsutrymme");
  assert.equal(titles("vad gör en chef med handlingsutrymme?")[0], "Vad gör en chef?");
});

test("nothing is found for what the guide does not have, or for nothing", () => {
  assert.deepEqual(titles("kvantdator"), []);
  assert.deepEqual(titles(" ?"), []);
});

test("scores fall", () => {
  const scores = rank(swedishIndex(), "arbete tillit frågor").map((hit) => hit.score);
  assert.equal(scores.length, 3);
  assert.ok(scores[0] > scores[1] && scores[1] > scores[2]);
});

test("of hits as good the first of the guide is first, and after three the poor ones are left out", () => {
  const units = swedishIndex().units;
  const hits = inOrder(
    [0.4, 1, 1, 0.2, 0.1].map((score, at) => ({ unit: units[4 - at], score, letters: 0, named: 0, fit: 0 })),
  );
  assert.deepEqual(
    hits.map(({ unit, score }) => [unit.number, score]),
    [
      [2, 1],
      [3, 1],
      [4, 0.4],
    ],
  );
  assert.equal(
    inOrder([0.1, 0.1, 1].map((score, at) => ({ unit: units[at], score, letters: 0, named: 0, fit: 0 }))).length,
    3,
  );
});

test("a question that nobody has gathered wordings for is not beaten by one that half fits in sixty ways", () => {
  const also = ["får chefen veta", "ska chefen bestämma lön", "vem tar ut semester", "chefen och semestern", "min lön"];
  const wordings = [...also, "semester nu", "bestämma själv", "veta mer"];
  /** @param {string[]} own */
  const first = (own) =>
    titles(
      "chefen semester",
      indexOf([
        { kind: "q", title: "Vem vet vad?", also: wordings },
        { kind: "q", title: "Vad gäller för semester när chefen är borta?", also: own },
      ]),
    )[0];
  assert.equal(first([]), "Vad gäller för semester när chefen är borta?");
  // With wordings of its own it is compared as the others are.
  assert.equal(first(["alfa", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]), "Vem vet vad?");
});

test("words of the text that come later are searched when they have come", () => {
  const index = new Index(asData("sv", STOP, SWEDISH));
  assert.notEqual(titles("räknar dagar", index)[0], "Hur mäter vi sjukfrånvaro?");
  index.addTexts(textsOf("sv", SWEDISH));
  assert.equal(titles("räknar dagar", index)[0], "Hur mäter vi sjukfrånvaro?");
});

test("words that mean the same find the same", () => {
  assert.deepEqual(titles("boss"), []);
  assert.equal(titles("boss", swedishIndex(["chef|boss"]))[0], "Vad gör en chef?");
});

test("every hit says how much of the query it answers, and only what fits well is called a hit", () => {
  const hits = rank(swedishIndex(), "vad gör en chef");
  assert.equal(hits[0].fit, 1);
  assert.equal(confident(hits)[0], hits[0]);
  assert.ok(hits.length > confident(hits).length);
});

test("a title as it stands comes first, whatever else holds its words", () => {
  const units = [
    ...SWEDISH,
    { kind: /** @type {const} */ ("p"), title: "Sundsvall: en dialog", text: "Om staden." },
    { kind: /** @type {const} */ ("q"), title: "Är Sundsvall Sundsvall?", text: "Sundsvall är Sundsvall." },
  ];
  const index = new Index(asData("sv", STOP, units));
  assert.equal(rank(index, "sundsvall")[0].unit.title, "Sundsvall: en dialog");
  assert.equal(rank(index, "sundsvall")[0].fit, 1);
});

test("an abbreviation in capitals is not the beginning of a name", () => {
  const units = [...SWEDISH, { kind: /** @type {const} */ ("t"), title: "oslo", text: "En stad i Norge." }];
  const index = new Index(asData("sv", STOP, units));
  assert.equal(rank(index, "osl")[0].unit.title, "oslo");
  assert.deepEqual(rank(index, "OSL"), []);
});

test("a word that the guide does not know makes the hit doubtful", () => {
  assert.equal(confident(rank(swedishIndex(), "vad gör en chef i kvantdatorbranschen")).length, 0);
});

test("of a query 200 letters are looked at, and no text does harm", () => {
  assert.equal(titles("vad gör en chef ".padEnd(199) + "x".repeat(5000))[0], "Vad gör en chef?");
  for (const query of ["$&", "\\", "__proto__", "constructor", "%", "[", "<b>"]) assert.deepEqual(titles(query), []);
});
