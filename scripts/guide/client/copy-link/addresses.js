/* The lasting address of each heading of a page. The page and its questions have short addresses
   (scripts/guide/shortlinks.py), other headings the page's canonical address with their own fragment. The buttons that
   copy them are made in copy-link.js. */

export class LastingAddresses {
  #canonical;
  #page;
  /** Short addresses of questions, by their anchor. @type {Map<string, string>} */
  #questions = new Map();

  /** @param {string} canonical @param {string} pattern Short address with "{}" for the id
   * @param {string} id The page's; "" for none
   * @param {string} questions Their anchors: "what-is-it other=faq-old-id" (the id where it is not the usual one) */
  constructor(canonical, pattern, id, questions) {
    this.#canonical = canonical;
    this.#page = id ? pattern.replace("{}", id) : canonical;
    for (const entry of questions.split(" ").filter(Boolean)) {
      const [anchor, named] = entry.split("=");
      this.#questions.set(anchor, pattern.replace("{}", named || `${id}-${anchor}`));
    }
  }

  get page() {
    return this.#page;
  }

  /** @param {string} anchor */
  isQuestion(anchor) {
    return this.#questions.has(anchor);
  }

  /** @param {string} anchor */
  of(anchor) {
    return this.#questions.get(anchor) ?? `${this.#canonical}#${encodeURIComponent(anchor)}`;
  }
}
