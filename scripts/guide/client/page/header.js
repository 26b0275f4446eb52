/* The header tells where the reader is: a shadow once text goes under it, and the page's title once the heading has. */
import { headerHeight, isScrolled, onView, topOf } from "./view.js";

export function showPlace() {
  const header = document.querySelector(".md-header");
  const title = document.querySelector(".md-header__title");
  const heading = document.querySelector(".md-content h1");
  onView(() => {
    header?.classList.toggle("md-header--shadow", isScrolled());
    if (heading instanceof HTMLElement) {
      const isPast = window.scrollY + headerHeight() >= topOf(heading) + heading.offsetHeight;
      title?.classList.toggle("md-header__title--active", isPast);
    }
  });
}
