/* Loading the engine and the indexes when they are first needed; what could not be loaded is asked for again the next
   time. What is asked of an engine, and when, is for dialog.js. */
import { loadScript } from "../loading.js";
/** @import { Engine } from "./engine.js" */
/** @import { IndexData } from "./data.js" */

/** @typedef {{ language: string, index: string, texts: string }} Source A language, with the addresses of its index */

/** The engines of the languages, each there once its index is. */
export class Engines {
  /** @type {Map<string, Engine>} */
  #ready = new Map();
  /** @type {Map<string, IndexData>} */
  #waiting = new Map();
  #address;

  /** @param {string} address Of the engine
   * @param {(language: string) => void} onTexts Called when a language is whole */
  constructor(address, onTexts) {
    this.#address = address;
    // The index of the page's language is asked for beside this script, and may come before it (opening.js).
    const take = (/** @type {IndexData} */ data) => void this.#waiting.set(data.language, data);
    if (window.guideSearchEarly) take(window.guideSearchEarly);
    window.guideSearchIndex = take;
    window.guideSearchTexts = (data) => {
      this.#ready.get(data.language)?.addTexts(data);
      onTexts(data.language);
    };
  }

  /** @param {string} language */
  get(language) {
    return this.#ready.get(language);
  }

  /** Rejects where the search cannot be had, now. @param {Source} source */
  async prepare({ language, index, texts }) {
    await Promise.all([loadScript(this.#address), loadScript(index)]);
    const data = this.#waiting.get(language);
    if (data) this.#ready.set(language, window.guideSearchEngine.open(data));
    this.#waiting.delete(language);
    if (!this.#ready.has(language)) throw new Error(index);
    // How sections begin is no part of the ranking: it comes when the first hits stand on the screen.
    setTimeout(() => loadScript(texts).catch(() => {}));
  }
}
