/* Explanations of glossary terms (scripts/guide/pages/terms.py) – a link with class guide-term, followed by its
   definition in a popover – and notes, whose card is made of the note at the foot of the page. They open on hover,
   focus and touch, and close with Escape, a press elsewhere, or when pointer and focus have left both (WCAG 2.2,
   1.4.13). A note's link still leads to the note; on a touch screen, the second time that it is pressed. Without this
   script, or without popovers, the links are links. page/explaining.js loads this when it is first asked for. */

import { make } from "./dom.js";

/** @typedef {"hover" | "focus" | "press"} Means What opened an explanation */

const GAP = 6;
const EDGE = 8;
const OPENS_AFTER = 250;
const CLOSES_AFTER = 300;
/** The explanation that is open. @type {Explanation | null} */
let current = null;
let timer = 0;

/** @param {() => void} act @param {number} wait */
function later(act, wait) {
  clearTimeout(timer);
  timer = window.setTimeout(act, wait);
}

class Explanation {
  /** @type {Means} */
  #by = "hover";

  /** @param {HTMLElement} term @param {HTMLElement} card */
  constructor(term, card) {
    this.term = term;
    this.card = card;
    this.#listen();
  }

  get isOpen() {
    return current === this;
  }

  /** @param {Means} by */
  show(by) {
    clearTimeout(timer);
    if (this.isOpen) return;
    current?.hide();
    this.card.showPopover();
    this.#place();
    this.#tell(true);
    this.#by = by;
    current = this;
  }

  hide() {
    clearTimeout(timer);
    current = null;
    this.#tell(false);
    this.card.hidePopover();
  }

  /** A note's link is not said to open anything. @param {boolean} isOpen */
  #tell(isOpen) {
    if (this.#opensOnly) this.term.setAttribute("aria-expanded", String(isOpen));
  }

  /** Whether the link does nothing but open the card. */
  get #opensOnly() {
    return this.term.getAttribute("role") === "button";
  }

  /** @param {unknown} element */
  holds(element) {
    return element instanceof Node && (this.term.contains(element) || this.card.contains(element));
  }

  /** Below the line the word ends on, above it where there is no room; never outside the window. */
  #place() {
    const lines = this.term.getClientRects();
    const line = lines[lines.length - 1] ?? this.term.getBoundingClientRect();
    const left = Math.min(line.left, document.documentElement.clientWidth - this.card.offsetWidth - EDGE);
    const below = line.bottom + GAP;
    const above = (lines[0] ?? line).top - GAP - this.card.offsetHeight;
    const fitsBelow = below + this.card.offsetHeight <= window.innerHeight || above < 0;
    this.card.style.left = `${Math.max(EDGE, left) + window.scrollX}px`;
    this.card.style.top = `${(fitsBelow ? below : above) + window.scrollY}px`;
  }

  #listen() {
    this.term.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch") return;
      if (this.isOpen) clearTimeout(timer);
      else later(() => this.show("hover"), OPENS_AFTER);
    });
    this.card.addEventListener("pointerenter", () => clearTimeout(timer));
    this.term.addEventListener("pointerleave", (event) => {
      clearTimeout(timer);
      onPointerLeave(event);
    });
    this.card.addEventListener("pointerleave", onPointerLeave);
    this.term.addEventListener("blur", onBlur);
    this.card.addEventListener("focusout", onBlur);
    this.term.addEventListener("click", (event) => this.onPress(event));
    this.term.addEventListener("keydown", (event) => {
      if (event.key !== " " || !this.#opensOnly) return;
      event.preventDefault();
      this.term.click();
    });
  }

  /** A press toggles; one on an explanation that hovering opened keeps it open. @param {MouseEvent} event */
  onPress(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (!this.#opensOnly && (!isTouch || this.isOpen)) {
      if (this.isOpen) this.hide();
      return;
    }
    event.preventDefault();
    if (!this.isOpen) this.show("press");
    else if (this.#by === "hover") this.#by = "press";
    else this.hide();
  }

  get wasPressed() {
    return this.#by === "press";
  }
}

/** Leaving the word for its explanation takes the pointer across the gap: hence the wait.
 * @param {PointerEvent} event */
function onPointerLeave(event) {
  if (event.pointerType === "touch" || !current || current.wasPressed) return;
  later(() => {
    if (!current?.holds(document.activeElement)) current?.hide();
  }, CLOSES_AFTER);
}

/** @param {FocusEvent} event */
function onBlur(event) {
  if (!current?.holds(event.relatedTarget)) current?.hide();
}

function onEscape() {
  if (!current) return;
  const { term, card } = current;
  const hadFocus = card.contains(document.activeElement);
  current.hide();
  if (hadFocus) term.focus();
  // Focus on the word opens its explanation again.
  current?.hide();
}

/** The card of a note: what stands at the foot of the page, without what only serves there.
 * @param {HTMLElement} mark */
function makeNoteCard(mark) {
  const note = document.getElementById(decodeURIComponent(mark.getAttribute("href")?.slice(1) ?? ""));
  if (!note) return null;
  const card = make("div", "guide-definition guide-definition--note");
  card.popover = "manual";
  card.append(.../** @type {HTMLElement} */ (note.cloneNode(true)).childNodes);
  for (const part of card.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const back of card.querySelectorAll(".footnote-backref")) back.remove();
  (mark.closest("sup") ?? mark).after(card);
  return card;
}

/** @param {HTMLElement} mark The explained word, or the mark of a note */
function cardOf(mark) {
  if (mark.matches(".footnote-ref")) return makeNoteCard(mark);
  const card = mark.nextElementSibling;
  return card instanceof HTMLElement && card.classList.contains("guide-definition") ? card : null;
}

/** @type {Map<HTMLElement, Explanation | null>} */
const known = new Map();

/** What a word or a mark opens, from when it is first come to. @param {unknown} target */
function explanationOf(target) {
  const mark = target instanceof Element ? target.closest(".guide-term, .footnote-ref") : null;
  if (!(mark instanceof HTMLElement)) return null;
  if (!known.has(mark)) {
    const card = cardOf(mark);
    known.set(mark, card && new Explanation(mark, card));
  }
  return known.get(mark) ?? null;
}

/** What the reader was at before this script was there. @param {HTMLElement | null} pressed */
function start(pressed) {
  for (const mark of document.querySelectorAll(":is(.guide-term, .footnote-ref):is(:hover, :focus-visible)")) {
    explanationOf(mark)?.show(mark.matches(":focus-visible") ? "focus" : "hover");
  }
  if (pressed) explanationOf(pressed)?.show("press");
  for (const kind of ["pointerover", "click"]) {
    document.addEventListener(kind, ({ target }) => explanationOf(target), true);
  }
  document.addEventListener("focusin", ({ target }) => {
    const explanation = explanationOf(target);
    if (explanation?.term.matches(":focus-visible")) explanation.show("focus");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onEscape();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!current?.holds(event.target)) current?.hide();
  });
  window.addEventListener("resize", () => {
    clearTimeout(timer);
    current?.hide();
  });
}

window.guideExplanations = start;
