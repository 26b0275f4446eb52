/* Changing language keeps the place, as headings have the same id in both languages; and the choice is kept for the
   short addresses (short-address.js), which have no language of their own. */
import { targetOf } from "../dom.js";
import { keep } from "../kept.js";

/** The heading that the reader is at, as a fragment; "" at the top. */
function currentHeading() {
  const linked = targetOf();
  if (linked) {
    const { top } = linked.getBoundingClientRect();
    if (top > -20 && top < window.innerHeight) return location.hash;
  }
  if (window.scrollY < 40) return "";
  const headings = [...document.querySelectorAll(".md-content h2[id], .md-content h3[id]")];
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight / 3);
  return passed.length ? `#${passed[passed.length - 1].id}` : "";
}

/** @param {URL} site The root of the site */
export function connectLanguages(site) {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a[data-guide-language]");
  for (const link of links) {
    const [target] = (link.getAttribute("href") ?? "").split("#");
    for (const kind of ["pointerdown", "focus", "click"]) {
      link.addEventListener(kind, () => link.setAttribute("href", target + currentHeading()));
    }
    link.addEventListener("click", () => keep(site, "guide-language", link.hreflang));
  }
}
