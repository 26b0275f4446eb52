/* Stems: words whose stems the descriptions of the two algorithms give, and what differs from them on purpose. */
import assert from "node:assert/strict";
import test from "node:test";
import { rulesOf } from "../../scripts/guide/client/search/languages.js";
import { stemEnglish, stemSwedish } from "../../scripts/guide/client/search/stemming.js";

test("Swedish stems", () => {
  const stems = {
    ...{ medarbetarna: "medarbet", chefernas: "chef", jaktkarlarne: "jaktkarl", jaktslotten: "jaktslot" },
    ...{ friskt: "frisk", vanligt: "van", heterna: "het", tankelöst: "tankelös", ansvarsfullt: "ansvarsfull" },
    ...{ dos: "dos", klokhet: "klok", s: "s" },
  };
  for (const [word, stem] of Object.entries(stems)) assert.equal(stemSwedish(word), stem, word);
});

test("Swedish definite forms, which Snowball leaves, become the same as the word without", () => {
  const { stem } = rulesOf("sv");
  for (const [one, other] of [
    ["ansvaret", "ansvar"],
    ["områdena", "område"],
    ["människan", "människa"],
    ["barnets", "barn"],
    ["kvaliteten", "kvalitet"],
    ["betänkandet", "betänkande"],
    ["organet", "organ"],
  ]) {
    assert.equal(stem(one), stem(other), one);
  }
});

test("English stems", () => {
  const stems = {
    ...{ managers: "manag", trusting: "trust", governance: "govern", municipalities: "municip", ties: "tie" },
    ...{ caresses: "caress", gas: "gas", agreed: "agre", luxuriating: "luxuri", hopping: "hop", hoping: "hope" },
    ...{
      cry: "cri",
      by: "by",
      say: "say",
      relational: "relat",
      geology: "geolog",
      adoption: "adopt",
      opinion: "opinion",
    },
    ...{
      operational: "oper",
      stating: "state",
      hoed: "ho",
      snowed: "snow",
      skies: "sky",
      news: "news",
      proceed: "proceed",
      generously: "generous",
      controll: "control",
      rate: "rate",
    },
    ...{ yielding: "yield", formative: "format", hopefulness: "hope", us: "us", bus: "bus" },
  };
  for (const [word, stem] of Object.entries(stems)) assert.equal(stemEnglish(word), stem, word);
});
