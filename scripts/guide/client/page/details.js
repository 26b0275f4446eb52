/* What is folded opens for a link that leads into it, and on paper. */
import { targetOf } from "../dom.js";

/** @param {Element | null} target */
function openAround(target) {
  /** @type {HTMLDetailsElement | null} */
  const folded = target?.closest("details:not([open])") ?? null;
  if (!folded) return;
  folded.open = true;
  openAround(folded);
  target?.scrollIntoView();
}

export function openDetails() {
  const follow = () => openAround(targetOf());
  follow();
  window.addEventListener("hashchange", follow);
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((part) => !part.open);
    for (const part of opened) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
}
