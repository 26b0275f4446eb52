/* The contents follow: links to headings that are passed are paler, that to the one being read is marked and kept in
   view. */
import { scrollInside } from "./sidebars.js";
import { headerHeight, onView, topOf } from "./view.js";

/** Which of the headings, by their tops in order, is the last that the reader has passed; -1 for none.
 * @param {number[]} tops @param {number} line What is above this is passed @param {boolean} isAtEnd */
export function lastPassed(tops, line, isAtEnd) {
  if (isAtEnd) return tops.length - 1;
  const next = tops.findIndex((top) => top >= line);
  return next < 0 ? tops.length - 1 : next - 1;
}

/** @param {Element} list */
function follow(list) {
  /** @type {{ link: Element, heading: Element }[]} */
  const entries = [];
  for (const link of list.querySelectorAll("a.md-nav__link")) {
    const fragment = link.getAttribute("href")?.split("#")[1] ?? "";
    const heading = document.getElementById(decodeURIComponent(fragment));
    if (heading) entries.push({ link, heading });
  }
  const main = document.querySelector(".md-main");
  const first = main?.firstElementChild;
  let before = -1;
  let isFirst = true;
  onView(() => {
    const margin = main && first ? topOf(first) - topOf(main) : 0;
    const line = window.scrollY + headerHeight() + 0.8 * margin;
    const isAtEnd = window.scrollY + window.innerHeight >= Math.floor(document.body.offsetHeight);
    const last = lastPassed(
      entries.map(({ heading }) => topOf(heading)),
      line,
      isAtEnd,
    );
    if (last === before) return;
    for (const [number, { link }] of entries.entries()) {
      link.classList.toggle("md-nav__link--passed", number <= last);
      link.classList.toggle("md-nav__link--active", number === last);
    }
    const isCalm = isFirst || matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (last >= 0 && entries[last].link.clientHeight) scrollInside(entries[last].link, isCalm ? "auto" : "smooth");
    before = last;
    isFirst = false;
  });
}

export function followContents() {
  for (const list of document.querySelectorAll("[data-md-component=toc]")) follow(list);
}
