/* Explanations of glossary terms (scripts/guide/glossary_terms.py): a link with class guide-term, followed by its
   definition in a popover. Opens on hover, focus and touch; closes with Escape, a press elsewhere, or when pointer and
   focus have left both (WCAG 2.2, 1.4.13). Without this script, or without popovers, the link leads to the glossary. */

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

  /** @param {HTMLElement} term @param {HTMLElement} card @param {number} number */
  constructor(term, card, number) {
    this.term = term;
    this.card = card;
    card.id = `guide-definition-${number}`;
    term.setAttribute("role", "button");
    term.setAttribute("aria-roledescription", card.getAttribute("aria-label") ?? "");
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-controls", card.id);
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
    this.term.setAttribute("aria-expanded", "true");
    this.#by = by;
    current = this;
  }

  hide() {
    clearTimeout(timer);
    current = null;
    this.term.setAttribute("aria-expanded", "false");
    this.card.hidePopover();
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
    this.term.addEventListener("focus", () => {
      if (this.term.matches(":focus-visible")) this.show("focus");
    });
    this.term.addEventListener("blur", onBlur);
    this.card.addEventListener("focusout", onBlur);
    this.term.addEventListener("click", (event) => this.#onPress(event));
    this.term.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      this.term.click();
    });
  }

  /** A press toggles; one on an explanation that hovering opened keeps it open. @param {MouseEvent} event */
  #onPress(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
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

function explainTerms() {
  /** @type {NodeListOf<HTMLElement>} */
  const terms = document.querySelectorAll(".guide-term");
  for (const [number, term] of terms.entries()) {
    const card = term.nextElementSibling;
    if (card instanceof HTMLElement && card.classList.contains("guide-definition")) new Explanation(term, card, number);
  }
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

if ("popover" in HTMLElement.prototype) explainTerms();
