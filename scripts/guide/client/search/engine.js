/* The engine of the search, as the dialog asks it: it analyses the query as the build analysed the pages
   (scripts/guide/search) and ranks what the index holds. It knows nothing of the page it runs on; loading.js loads it,
   with the index of one language, when the reader goes to search. What it does is in the modules below.

   What the dialog may count on:
   - `search(query)` gives the hits, the best first: `{ unit, score, fit }`. `fit`, 0 to 1, says how surely the unit
     answers the query, and means the same for every query; `score` orders the hits of one query and means nothing else.
     At most 200 letters of a query are looked at; any text is harmless.
   - `confident(hits)` gives the hits that fit well enough to be called hits, in their order. Where it is empty, nothing
     fits; `search` then still gives the nearest, to be shown as such ("nothing that fits well; nearest: …").
   - `marks(query)` gives a function that says of a word whether the query looked for it: only the query's own words in
     any form and their synonyms. It marks titles and passages alike.
   - `passage(unit, isSought)` gives what a hit shows below its title: the sentence of the unit's text that holds most
     of what `marks` looks for, or how the text begins where none does or the texts have not come yet.
   - `suggest(query, most)` gives whole words that the one being typed may become, `near(query, most)` words of the guide
     that are near to those that it does not have.
   - `themes` are those of the questions; `addTexts(more)` takes what comes after the index. */
import { termOf, words } from "./analysis.js";
import { split } from "./compounds.js";
import { numbers } from "./data.js";
import { Index } from "./index.js";
import { confident, rank } from "./ranking.js";
import { marks, near, passage, suggest } from "./suggestions.js";
import { WEIGHTS } from "./weights.js";
/** @import { IndexData, LaterData, Unit } from "./data.js" */
/** @import { Hit } from "./ranking.js" */

/**
 * @typedef {object} Engine
 * @property {IndexData["themes"]} themes
 * @property {(query: string) => Hit[]} search The hits, the best first
 * @property {(hits: Hit[]) => Hit[]} confident Those that fit well enough to be called hits
 * @property {(unit: Unit, isSought: (word: string) => boolean) => string} passage The sentence of a unit that fits best
 * @property {(more: LaterData) => void} addTexts
 * @property {(query: string, most: number) => string[]} suggest
 * @property {(query: string, most: number) => string[]} near
 * @property {(query: string) => (word: string) => boolean} marks
 */

/** @param {IndexData} data @returns {Engine} */
export function openEngine(data) {
  const index = new Index(data);
  return {
    themes: data.themes,
    search: (query) => rank(index, query),
    confident,
    passage,
    addTexts: (more) => index.addTexts(more),
    suggest: (query, most) => suggest(index, query, most),
    near: (query, most) => near(index, query, most),
    marks: (query) => marks(index, query),
  };
}

/* The last four are what the build does too; the tests hold the two sides to each other. The bench changes weights. */
globalThis.guideSearchEngine = { open: openEngine, weights: WEIGHTS, numbers, words, term: termOf, split };
