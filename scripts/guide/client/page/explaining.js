/* Explained words and notes: what opens them is loaded when a reader first comes to one. Until then a word already tells
   what it is. */
import { loadScript } from "../loading.js";

const SELECTOR = ".guide-term, .footnote-ref";

/** The explained word or note that an event is about. @param {Event} event */
function explained({ target }) {
  const found = target instanceof Element ? target.closest(SELECTOR) : null;
  return found instanceof HTMLElement ? found : null;
}

/** A word opens an explanation, and is said to; a note leads to its place, whatever else it does. */
function nameWords() {
  /** @type {NodeListOf<HTMLElement>} */
  const words = document.querySelectorAll(".guide-term");
  for (const [number, word] of words.entries()) {
    const card = word.nextElementSibling;
    if (!card?.classList.contains("guide-definition")) continue;
    card.id = `guide-definition-${number}`;
    word.setAttribute("role", "button");
    word.setAttribute("aria-roledescription", card.getAttribute("aria-label") ?? "");
    word.setAttribute("aria-expanded", "false");
    word.setAttribute("aria-controls", card.id);
  }
}

/** @param {string} address Of the script */
export function explainOnDemand(address) {
  if (!("popover" in HTMLElement.prototype) || !document.querySelector(SELECTOR)) return;
  nameWords();
  let isReady = false;
  /** @type {HTMLElement | null} A word that is pressed before the script is there. */
  let pressed = null;
  const prepare = () =>
    loadScript(address).then(
      () => {
        isReady = true;
        window.guideExplanations(pressed);
        pressed = null;
      },
      () => {
        if (pressed instanceof HTMLAnchorElement) location.assign(pressed.href);
      },
    );
  /** @param {Event} event */
  const listen = (event) => {
    const word = isReady ? null : explained(event);
    if (!word) return;
    if (event instanceof MouseEvent && event.type === "click") {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
      if (!isTouch && !word.matches("[role=button]")) return;
      event.preventDefault();
      pressed = word;
    }
    prepare();
  };
  for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, listen);
}
