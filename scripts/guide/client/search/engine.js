/* The engine of the search, as the dialog asks it: it analyses the query as the build analysed the pages
   (scripts/guide/search) and ranks what the index holds. It knows nothing of the page it runs on; loading.js loads it,
   with the index of one language, when the reader goes to search. What it does is in the modules below. */
import { termOf, words } from "./analysis.js";
import { split } from "./compounds.js";
import { numbers } from "./data.js";
import { Index } from "./index.js";
import { rank } from "./ranking.js";
import { marks, near, suggest } from "./suggestions.js";
/** @import { IndexData, TermsData } from "./data.js" */
/** @import { Hit } from "./ranking.js" */

/**
 * @typedef {object} Engine
 * @property {IndexData["themes"]} themes
 * @property {(query: string) => Hit[]} search The hits, the best first
 * @property {(more: TermsData) => void} addTexts
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
    addTexts: (more) => index.addTexts(more),
    suggest: (query, most) => suggest(index, query, most),
    near: (query, most) => near(index, query, most),
    marks: (query) => marks(index, query),
  };
}

/* The last four are what the build does too; the tests hold the two sides to each other. */
globalThis.guideSearchEngine = { open: openEngine, numbers, words, term: termOf, split };
