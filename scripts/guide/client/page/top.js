/* The button that leads back to the top: there while the reader scrolls upwards, and out of the way of whatever has the
   focus (WCAG 2.4.11). It takes the focus along to the page's heading. */
import { isScrolled, onView } from "./view.js";

/** How long after a leap to a heading scrolling says nothing of the reader. */
const LEAP = 250;

/** @param {DOMRect} one @param {DOMRect} other */
const overlaps = (one, other) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

/** @param {HTMLElement} button */
function coversFocus(button) {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body || activeElement === button) return false;
  return overlaps(button.getBoundingClientRect(), activeElement.getBoundingClientRect());
}

export function offerTop() {
  const button = document.querySelector(".md-top");
  if (!(button instanceof HTMLElement)) return;
  let before = window.scrollY;
  let isUpwards = false;
  let leapt = -LEAP;
  const show = () => {
    button.hidden = !(isUpwards && isScrolled()) || coversFocus(button);
  };
  onView(() => {
    const place = window.scrollY;
    if (performance.now() - leapt < LEAP) isUpwards = false;
    else if (place !== before) isUpwards = place < before && place > 0;
    before = place;
    show();
  });
  document.addEventListener("focusin", show);
  window.addEventListener("hashchange", () => {
    leapt = performance.now();
    isUpwards = false;
    show();
  });
  button.addEventListener("click", () => {
    const heading = document.querySelector("h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  });
}
