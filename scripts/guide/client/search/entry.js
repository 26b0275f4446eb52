/* The open search as an entry of the browser's history, which Back closes: its mark, its address (?q=, so that a search
   can be linked) and its title. When it is opened and closed is for dialog.js. */
import { replaceAddress, withParameters } from "../address.js";

const MARK = "guideSearch";

const isMarked = () => Boolean(history.state?.[MARK]);

/** That this reader searches is kept until the tab is closed: the next pages then have the search ready (opening.js). */
export function keepForVisit() {
  try {
    sessionStorage.setItem("guide-searched", "");
  } catch {
    // Storage is closed to us: the search is then fetched when it is asked for.
  }
}

export class Entry {
  #title = document.title;
  #pattern;
  /** Going back takes a moment. */
  #left = Promise.resolve();
  isLeaving = false;

  /** @param {string} pattern Of the title: what is searched, in the place of "{}" */
  constructor(pattern) {
    this.#pattern = pattern;
  }

  /** A search that stood in the address when the page came gets the page itself below it, for Back to return to. */
  async enter() {
    await this.#left;
    if (isMarked()) return;
    const { href } = location;
    replaceAddress(withParameters(href, { q: "" }));
    try {
      history.pushState({ ...history.state, [MARK]: true }, "", href);
    } catch {
      // A page from a folder: there is no entry, and Back does what it always does.
    }
  }

  /** @param {string} query */
  remember(query) {
    document.title = query ? `${this.#pattern.replace("{}", () => query)} – ${this.#title}` : this.#title;
    if ((new URL(location.href).searchParams.get("q") ?? "") !== query) {
      replaceAddress(withParameters(location.href, { q: query }));
    }
  }

  /** Resolves when the page's own entry is there again. */
  leave() {
    document.title = this.#title;
    if (!isMarked()) {
      replaceAddress(withParameters(location.href, { q: "" }));
    } else if (!this.isLeaving) {
      this.isLeaving = true;
      this.#left = new Promise((resolve) => {
        const done = () => {
          this.isLeaving = false;
          resolve();
        };
        // Not at once: the browser is about to scroll to where the reader was, and would forget a new target.
        window.addEventListener("popstate", () => setTimeout(done), { once: true });
      });
      history.back();
    }
    return this.#left;
  }
}
