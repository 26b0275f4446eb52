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

export class Engine {
  #index;

  /** @param {IndexData} data */
  constructor(data) {
    this.#index = new Index(data);
    this.themes = data.themes;
  }

  /** @param {string} query */
  search(query) {
    return rank(this.#index, query);
  }

  /** @param {TermsData} more */
  addTexts(more) {
    this.#index.addTexts(more);
  }

  /** @param {string} query @param {number} most */
  suggest(query, most) {
    return suggest(this.#index, query, most);
  }

  /** @param {string} query @param {number} most */
  near(query, most) {
    return near(this.#index, query, most);
  }

  /** @param {string} query */
  marks(query) {
    return marks(this.#index, query);
  }
}

/* The last four are what the build does too; the tests hold the two sides to each other. */
globalThis.guideSearchEngine = { Engine, numbers, words, term: termOf, split };
