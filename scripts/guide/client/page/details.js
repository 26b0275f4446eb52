/* What is folded opens for a link that leads into it, and on paper. */

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
  const follow = () =>
    openAround(location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null);
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
