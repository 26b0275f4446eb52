/* Menu and contents beside the text are as high as there is room between header and footer, each from the width at which
   it stands there. */
import { headerHeight, onView, topOf } from "./view.js";

/** @param {HTMLElement} sidebar @param {HTMLElement} main @param {HTMLElement} grid */
function fit(sidebar, main, grid) {
  const box = sidebar.querySelector(".md-sidebar__scrollwrap");
  if (!(box instanceof HTMLElement)) return;
  const header = headerHeight();
  const height = window.innerHeight;
  const top = topOf(main) - window.scrollY;
  const shown = height - Math.max(0, top, header) - Math.max(0, height - top - main.offsetHeight);
  const margin = topOf(grid) - topOf(main);
  const hidden = Math.min(margin, Math.max(0, header - top)) - margin;
  box.style.height = `${Math.max(0, shown) + hidden - 2 * box.offsetTop}px`;
  sidebar.style.top = `${header}px`;
}

/** The place in the menu comes into view, where the menu is longer than its room. @param {HTMLElement} sidebar */
function showPlaceIn(sidebar) {
  for (const link of sidebar.querySelectorAll("a.md-nav__link--active")) {
    if (link.clientHeight) scrollInside(link, "auto");
  }
}

/** Scrolls what surrounds a link, and not the page, so that the link stands in its middle.
 * @param {Element} link @param {ScrollBehavior} behavior */
export function scrollInside(link, behavior) {
  const box = link.closest(".md-sidebar__scrollwrap");
  if (!box) return;
  const top = link.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  box.scrollTo({ top: top - box.clientHeight / 2, behavior });
}

export function fitSidebars() {
  const main = document.querySelector(".md-main");
  const grid = main?.querySelector(":scope > .md-grid");
  if (!(main instanceof HTMLElement && grid instanceof HTMLElement)) return;
  for (const [kind, from] of [
    ["primary", "76.25em"],
    ["secondary", "60em"],
  ]) {
    const sidebar = document.querySelector(`.md-sidebar--${kind}`);
    const box = sidebar?.querySelector(".md-sidebar__scrollwrap");
    if (!(sidebar instanceof HTMLElement && box instanceof HTMLElement)) continue;
    const isBeside = matchMedia(`(min-width: ${from})`);
    onView(() => {
      if (isBeside.matches) fit(sidebar, main, grid);
      else box.style.height = sidebar.style.top = "";
    });
    showPlaceIn(sidebar);
  }
}
