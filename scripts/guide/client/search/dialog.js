/* The search dialog (overrides/partials/search.html): typing, arrows, and showing what is found. All its words come from
   the dialog's attributes. What opens it is in opening.js, loading in loading.js, which lines the list has in
   grouping.js, what they look like in hits.js, the browser's history in entry.js, and ranking is the engine's. */
import { make, makeButton, makeLink } from "../dom.js";
import { linkOf, the } from "../finding.js";
import { Entry, keepForVisit } from "./entry.js";
import { answersFirst, grouped, isQuestion, pagesIn } from "./grouping.js";
import { counted, LONGEST_QUERY, withinBounds, withoutLastWord } from "./highlight.js";
import { Lines, makeCount, makeGroup, makeThemes, sentenceAbout } from "./hits.js";
import { keepAboveKeyboard } from "./keyboard.js";
import { Engines } from "./loading.js";
/** @import { Engine } from "./engine.js" */
/** @import { Hit } from "./ranking.js" */

const AT_FIRST = 10;
const STEP = 20;
const OTHER_AT_MOST = 5;
/** Shown of what does not fit well. */
const NEAREST = 4;
const SUGGESTED = 4;
/** With fewer letters typed than this, having found nothing says nothing yet. */
const LEAST_LETTERS = 3;
/** When the reader pauses, and not at every key, what is found is spoken and the address follows. */
const PAUSE = 600;

export class SearchDialog {
  #dialog;
  #given;
  #engines;
  #entry;
  #own;
  #other;
  /** @type {Record<string, string>} */
  #words;
  #shown = AT_FIRST;
  #searchesOther = false;
  #fits = false;
  #active = -1;
  #pausing = 0;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.#dialog = dialog;
    const given = /** @type {Record<string, string>} */ (dialog.dataset);
    this.#given = given;
    this.#own = { language: given.language, index: given.index, texts: given.texts };
    this.#other = { language: given.otherLanguage, index: given.otherIndex, texts: given.otherTexts };
    this.#words = JSON.parse(given.words);
    this.#engines = new Engines(given.engine, (whole) => this.#onTexts(whole));
    this.#entry = new Entry(this.#words.title);
    this.field = the(dialog, ".guide-search__query", HTMLInputElement);
    this.spoken = the(dialog, ".guide-search__spoken", HTMLElement);
    this.bounds = the(dialog, ".guide-search__bounds", HTMLElement);
    this.count = the(dialog, ".guide-search__count", HTMLElement);
    this.wordsBox = the(dialog, ".guide-search__words", HTMLElement);
    this.list = the(dialog, ".guide-search__hits", HTMLElement);
    this.more = the(dialog, ".guide-search__more", HTMLElement);
    this.results = the(dialog, ".guide-search__results", HTMLElement);
    this.#listen();
    keepAboveKeyboard(dialog);
  }

  get #query() {
    return withinBounds(this.field.value);
  }

  /* Opening and closing ---------------------------------------------------------------------------- */

  /** @param {string} [query] */
  open(query) {
    if (!this.#dialog.open) this.#dialog.showModal();
    keepForVisit();
    if (query !== undefined) this.field.value = query;
    this.field.focus();
    this.field.select();
    this.#entry.enter().then(() => this.#remember());
    this.#load();
  }

  #load() {
    if (this.#engines.get(this.#own.language)) {
      this.#update();
      return;
    }
    this.#tell(this.#words.loading);
    this.#engines.prepare(this.#own).then(
      () => this.#update(),
      () => this.#fail(() => this.#load()),
    );
  }

  /** @param {() => void} retry */
  #fail(retry) {
    const again = makeButton("guide-search__word", this.#words.retry, () => {
      this.field.focus();
      retry();
    });
    this.#tell(this.#words.failed, " ", again, " ", makeLink(this.#given.faq, this.#words.faq));
  }

  /** What stands above the hits, and is spoken. @param {(string | Node)[]} parts */
  #tell(...parts) {
    this.count.replaceChildren(...parts);
    this.#onPause(this.count.textContent);
  }

  /** The reader has gone back, or forward: to a search that stands in the address, or to what is none. */
  #follow() {
    const query = new URLSearchParams(location.search).get("q");
    if (query) this.open(query);
    else if (!this.#entry.isLeaving) this.#dialog.close();
  }

  #listen() {
    window.addEventListener("popstate", () => this.#follow());
    this.#dialog.addEventListener("close", () => {
      // The event comes a moment after the fact; the reader may have opened the search again.
      if (this.#dialog.open) return;
      clearTimeout(this.#pausing);
      this.#entry.leave();
    });
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
    else if (link) this.#leaveBy(link, event);
  }

  /** A hit on another page keeps ?q= in the history, so that Back returns to the results. One on this very page goes
   * there when the search is gone, so that the heading gets the reader.
   * @param {HTMLAnchorElement} link @param {MouseEvent} event */
  #leaveBy(link, event) {
    this.#remember();
    const isElsewhere = link.href.split("#")[0] !== location.href.split("#")[0].split("?")[0];
    if (isElsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(this.#pausing);
    this.#dialog.close();
    this.#entry.leave().then(() => location.assign(link.href));
  }

  #remember() {
    if (this.#dialog.open) this.#entry.remember(this.#query);
  }

  /* Showing ---------------------------------------------------------------------------------------- */

  #update() {
    const engine = this.#engines.get(this.#own.language);
    if (!engine) return;
    const query = this.#query;
    this.#active = -1;
    this.#fits = false;
    this.field.removeAttribute("aria-activedescendant");
    this.list.textContent = "";
    this.more.textContent = "";
    this.bounds.textContent = this.field.value.trim().length > LONGEST_QUERY ? this.#words.bounds : "";
    if (query) this.#showHits(engine, query);
    else this.#showStart(engine);
    this.list.hidden = !this.list.firstChild;
    this.field.setAttribute("aria-expanded", String(!this.list.hidden));
    this.list.dataset.query = this.field.value;
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
    this.#tell();
    this.wordsBox.hidden = true;
    this.more.append(this.#themes(engine));
  }

  /** @param {Engine} engine @param {string} query */
  #showHits(engine, query) {
    const hits = engine.search(query);
    if (!hits.length && query.length < LEAST_LETTERS) {
      this.#showStart(engine);
      return;
    }
    const found = engine.confident(hits);
    this.#fits = found.length > 0;
    if (this.#fits) this.#showLines(engine, query, found);
    else this.#showNearest(engine, query, hits.slice(0, NEAREST));
    this.#showWords(engine.suggest(this.field.value, SUGGESTED));
    const { one, many } = this.#words;
    const pages = this.#fits ? counted(pagesIn(found), one, many) : this.count.textContent;
    this.#onPause([this.bounds.textContent, pages, this.#showOther(query)].filter(Boolean).join(" "));
  }

  /** @param {Engine} engine @param {string} query @param {Hit[]} found */
  #showLines(engine, query, found) {
    this.count.textContent = "";
    const { first, rest } = grouped(isQuestion(query, this.#words.openings) ? answersFirst(found) : found);
    const atFirst = Math.min(first.length, AT_FIRST);
    const all = [...first, ...rest];
    const shown = atFirst + this.#shown - AT_FIRST;
    this.#append(this.list, new Lines(engine, query, this.#given.base), all.slice(0, shown));
    if (all.length > shown) {
      this.more.append(makeButton("guide-search__further", this.#words.more, () => this.#showMore()));
    }
  }

  /** @param {HTMLElement} list @param {Lines} lines @param {Hit[]} hits */
  #append(list, lines, hits) {
    const before = this.#options().length;
    list.append(...hits.map((hit, at) => lines.make(hit.unit, before + at)));
  }

  /** What does not fit well is no hit, and is called what it is. @param {Engine} engine @param {string} query
   * @param {Hit[]} nearest */
  #showNearest(engine, query, nearest) {
    this.count.replaceChildren(...sentenceAbout(nearest.length ? this.#words.nearest : this.#words.none, query));
    this.#append(this.list, new Lines(engine, query, this.#given.base), nearest);
    this.more.append(this.#nothing(engine, query));
  }

  #showMore() {
    const before = this.#options().length;
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
    const hits = engine.confident(engine.search(query));
    const { "one-in-other": one, "many-in-other": many, "none-in-other": none } = this.#words;
    if (!hits.length) {
      this.more.append(makeCount(none));
      return none;
    }
    const heading = counted(pagesIn(hits), one, many);
    const group = makeGroup(heading);
    this.list.append(group);
    this.#append(group, new Lines(engine, query, this.#given.base), grouped(hits).first.slice(0, OTHER_AT_MOST));
    for (const option of group.querySelectorAll("a")) option.lang = language;
    return heading;
  }

  #searchOther() {
    this.#searchesOther = true;
    this.#engines.prepare(this.#other).then(
      () => {
        this.#update();
        this.field.focus();
        this.list.querySelector(".guide-search__group")?.scrollIntoView({ block: "nearest" });
      },
      () => this.#fail(() => this.#searchOther()),
    );
  }

  /** @param {string} text What is then spoken */
  #onPause(text) {
    clearTimeout(this.#pausing);
    this.#pausing = window.setTimeout(() => {
      this.spoken.textContent = text;
      this.#remember();
    }, PAUSE);
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

  /** Enter opens the chosen hit, or else the first; what does not fit well it only chooses.
   * @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || !["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    const isChosen = this.#active >= 0;
    if (event.key === "ArrowDown") this.#activate(isChosen ? this.#active + 1 : 0);
    else if (event.key === "ArrowUp") this.#activate(isChosen ? this.#active - 1 : -1);
    else if (event.key === "Escape") this.#dialog.close();
    else if (isChosen || this.#fits) this.#options()[Math.max(this.#active, 0)].click();
    else this.#activate(0);
  }
}
