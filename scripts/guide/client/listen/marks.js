/* Shows what is being read: the passage, and the word where the browser tells of it and can mark it without changing the
   page (CSS Custom Highlight API). How it looks is in listen.css. */
import { headerHeight } from "../page/view.js";
import { rangeOf } from "./passages.js";

/** @typedef {import("./passages.js").Passage} Passage */

const PASSAGE = "guide-heard";
const WORD = "guide-heard-word";
/** Room for the controls, which stand at the foot of the window. */
const FOOT = 80;

/** @param {Element} block */
function isInView(block) {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > headerHeight() && top < window.innerHeight - FOOT;
}

/** @param {Element} block */
function bringIntoView(block) {
  const { top, bottom } = block.getBoundingClientRect();
  if (top >= headerHeight() && bottom <= window.innerHeight - FOOT) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const isLong = bottom - top > window.innerHeight / 2;
  block.scrollIntoView({ behavior: isCalm ? "auto" : "smooth", block: isLong ? "start" : "center" });
}

export class Marks {
  /** @type {Passage | null} */
  #passage = null;

  /** @param {Passage} passage */
  show(passage) {
    this.#clearWord();
    if (passage === this.#passage) return;
    // Who has scrolled away to look at something else is left there.
    const isFollowed = !this.#passage || isInView(this.#passage.block);
    this.#passage?.block.classList.remove(PASSAGE);
    this.#passage = passage;
    passage.block.classList.add(PASSAGE);
    if (isFollowed) bringIntoView(passage.block);
  }

  /** @param {number} from @param {number} to In the passage's text */
  showWord(from, to) {
    if (!this.#passage || !("highlights" in CSS)) return;
    CSS.highlights.set(WORD, new Highlight(rangeOf(this.#passage, from, to)));
  }

  clear() {
    this.#clearWord();
    this.#passage?.block.classList.remove(PASSAGE);
    this.#passage = null;
  }

  #clearWord() {
    if ("highlights" in CSS) CSS.highlights.delete(WORD);
  }
}
