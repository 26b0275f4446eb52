/* The search dialog (overrides/partials/search.html): typing, arrows, and showing what is found. All its words come from
   the dialog's attributes. What opens it is in opening.js, loading in loading.js, what hits look like in hits.js, and
   ranking is the engine's. */
import { replaceAddress, withParameters } from "../address.js";
import { linkOf, make, makeButton, makeLink, the } from "../dom.js";
import { counted, withoutLastWord } from "./highlight.js";
import { makeCount, makeGroup, makeOption, makeThemes } from "./hits.js";
import { Engines } from "./loading.js";
/** @import { Engine } from "./engine.js" */

const AT_FIRST = 10;
const STEP = 20;
const OTHER_AT_MOST = 5;
const SUGGESTED = 4;
/** With fewer letters typed than this, having found nothing says nothing yet. */
const LEAST_LETTERS = 3;
/** The count is spoken when the reader pauses, not at every key. */
const SPEAK_AFTER = 600;

export class SearchDialog {
  #dialog;
  #given;
  #engines;
  #own;
  #other;
  /** @type {Record<string, string>} */
  #words;
  #shown = AT_FIRST;
  #searchesOther = false;
  #active = -1;
  #speaking = 0;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.#dialog = dialog;
    const given = /** @type {Record<string, string>} */ (dialog.dataset);
    this.#given = given;
    this.#own = { language: given.language, index: given.index, texts: given.texts };
    this.#other = { language: given.otherLanguage, index: given.otherIndex, texts: given.otherTexts };
    this.#words = JSON.parse(given.words);
    this.#engines = new Engines(given.engine, (whole) => this.#onTexts(whole));
    this.field = the(dialog, ".guide-search__query", HTMLInputElement);
    this.spoken = the(dialog, ".guide-search__spoken", HTMLElement);
    this.count = the(dialog, ".guide-search__count", HTMLElement);
    this.wordsBox = the(dialog, ".guide-search__words", HTMLElement);
    this.list = the(dialog, ".guide-search__hits", HTMLElement);
    this.more = the(dialog, ".guide-search__more", HTMLElement);
    this.results = the(dialog, ".guide-search__results", HTMLElement);
    this.#listen();
  }

  /* Opening and closing ---------------------------------------------------------------------------- */

  /** @param {string} [query] */
  open(query) {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (query !== undefined) this.field.value = query;
    this.field.focus();
    this.field.select();
    if (this.#engines.get(this.#own.language)) this.#update();
    else {
      this.count.textContent = this.#words.loading;
      this.prepare().then(
        () => this.#update(),
        () => this.#fail(),
      );
    }
  }

  prepare() {
    return this.#engines.prepare(this.#own);
  }

  #fail() {
    this.count.textContent = this.#words.failed + " ";
    this.count.append(makeLink(this.#given.faq, this.#words.faq));
  }

  #listen() {
    this.#dialog.addEventListener("close", () => this.#remember(""));
    this.#dialog.addEventListener("click", (event) => this.#onClick(event));
    the(this.#dialog, "form", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("input", () => {
      this.#shown = AT_FIRST;
      this.results.scrollTop = 0;
      this.#update();
    });
  }

  /** A click beside the dialog's content is one on the dialog itself: its backdrop. @param {MouseEvent} event */
  #onClick(event) {
    const isOnClose = event.target instanceof Element && event.target.closest("[data-guide-search-close]");
    const link = linkOf(event);
    if (event.target === this.#dialog || isOnClose) this.#dialog.close();
    else if (link && !(event.ctrlKey || event.metaKey || event.shiftKey)) this.#leaveFor(link);
  }

  /** A hit on this very page: the dialog goes away first, so that the heading gets the reader. A hit on another page
   * keeps ?q= in the history, so that Back returns to the results.
   * @param {HTMLAnchorElement} link */
  #leaveFor(link) {
    if (link.href.split("#")[0] === location.href.split("#")[0].split("?")[0]) this.#dialog.close();
  }

  /** ?q= in the address, so that a search can be linked. @param {string} query */
  #remember(query) {
    if ((new URL(location.href).searchParams.get("q") || "") === query) return;
    replaceAddress(withParameters(location.href, { q: query }));
  }

  /* Showing ---------------------------------------------------------------------------------------- */

  #update() {
    const engine = this.#engines.get(this.#own.language);
    if (!engine) return;
    const query = this.field.value.trim();
    this.#active = -1;
    this.field.removeAttribute("aria-activedescendant");
    this.list.textContent = "";
    this.more.textContent = "";
    if (query) this.#showHits(engine, query);
    else this.#showStart(engine);
    this.list.hidden = !this.list.firstChild;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.list.dataset.query = this.field.value;
    this.#remember(query);
  }

  /** The same hits once more, with what has come since; the chosen one stays chosen. @param {string} language */
  #onTexts(language) {
    this.#dialog.dataset.whole = `${this.#dialog.dataset.whole ?? ""} ${language}`;
    if (!this.#dialog.open) return;
    const chosen = this.#active;
    this.#update();
    if (chosen >= 0) this.#activate(chosen);
  }

  /** @param {Engine} engine */
  #showStart(engine) {
    this.count.textContent = "";
    this.wordsBox.hidden = true;
    this.#say("");
    this.more.append(this.#themes(engine));
  }

  /** @param {Engine} engine @param {string} query */
  #showHits(engine, query) {
    const hits = engine.search(this.field.value);
    if (!hits.length && query.length < LEAST_LETTERS) {
      this.#showStart(engine);
      return;
    }
    const isSought = engine.marks(query);
    for (const hit of hits.slice(0, this.#shown)) {
      this.list.append(makeOption(hit.unit, isSought, this.#given.base, this.#options().length));
    }
    const { one, many, none } = this.#words;
    this.count.textContent = hits.length ? counted(hits.length, one, many) : none.replace("{}", query);
    this.#showWords(engine.suggest(this.field.value, SUGGESTED));
    if (!hits.length) this.more.append(this.#nothing(engine, query));
    if (hits.length > this.#shown) {
      this.more.append(makeButton("guide-search__further", this.#words.more, () => this.#showMore()));
    }
    const found = this.#showOther(query);
    this.#say([this.count.textContent, found].filter(Boolean).join(" "));
  }

  #showMore() {
    const before = this.#shown;
    this.#shown += STEP;
    this.#update();
    this.#activate(before);
    this.field.focus();
  }

  /** Words that the one being typed may become; choosing one completes the query. @param {string[]} found */
  #showWords(found) {
    const before = withoutLastWord(this.field.value);
    this.wordsBox.replaceChildren(...found.map((word) => this.#wordButton(word, before + word)));
    this.wordsBox.hidden = !found.length;
  }

  /** @param {string} word @param {string} query */
  #wordButton(word, query) {
    return makeButton("guide-search__word", word, () => {
      this.field.value = query + " ";
      this.field.focus();
      this.#shown = AT_FIRST;
      this.#update();
    });
  }

  /** @param {Engine} engine @param {string} query */
  #nothing(engine, query) {
    const box = make("div");
    const near = engine.near(query, SUGGESTED);
    if (near.length) {
      const line = make("p", "", this.#words.near + ": ");
      for (const word of near) line.append(this.#wordButton(word, word), " ");
      box.append(line);
    }
    const advice = make("p", "", this.#words.advice + " ");
    advice.append(makeLink(this.#given.report, this.#words.ask));
    box.append(advice, this.#themes(engine));
    return box;
  }

  /** @param {Engine} engine */
  #themes(engine) {
    return makeThemes(engine.themes, this.#given.base, this.#words.themes);
  }

  /** The other language is searched when the reader asks for it, and then for the rest of the visit.
   * @param {string} query */
  #showOther(query) {
    const { language } = this.#other;
    if (!language) return "";
    const engine = this.#engines.get(language);
    if (!this.#searchesOther || !engine) {
      this.more.append(makeButton("guide-search__other", this.#words["search-other"], () => this.#searchOther()));
      return "";
    }
    const hits = engine.search(query);
    const { "one-in-other": one, "many-in-other": many, "none-in-other": none } = this.#words;
    if (!hits.length) {
      this.more.append(makeCount(none));
      return none;
    }
    const heading = counted(hits.length, one, many);
    const isSought = engine.marks(query);
    const group = makeGroup(heading);
    this.list.append(group);
    for (const hit of hits.slice(0, OTHER_AT_MOST)) {
      const option = makeOption(hit.unit, isSought, this.#given.base, this.#options().length);
      option.lang = language;
      group.append(option);
    }
    return heading;
  }

  async #searchOther() {
    this.#searchesOther = true;
    try {
      await this.#engines.prepare(this.#other);
    } catch {
      this.#fail();
      return;
    }
    this.#update();
    this.field.focus();
    this.list.querySelector(".guide-search__group")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} text */
  #say(text) {
    clearTimeout(this.#speaking);
    this.#speaking = window.setTimeout(() => (this.spoken.textContent = text), SPEAK_AFTER);
  }

  /* Arrows ----------------------------------------------------------------------------------------- */

  #options() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[role=option]")]);
  }

  /** @param {number} number */
  #activate(number) {
    const all = this.#options();
    if (!all.length) return;
    all[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = (number + all.length) % all.length;
    const chosen = all[this.#active];
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", chosen.id);
  }

  /** Enter chooses the first hit, and opens the one that is chosen. @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || !["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    const isChosen = this.#active >= 0;
    if (event.key === "ArrowDown") this.#activate(isChosen ? this.#active + 1 : 0);
    else if (event.key === "ArrowUp") this.#activate(isChosen ? this.#active - 1 : -1);
    // By itself, a search field would first empty itself: Escape closes at once.
    else if (event.key === "Escape") this.#dialog.close();
    else if (isChosen) this.#options()[this.#active].click();
    else this.#activate(0);
  }
}
