/* Following what the reader sees: whatever depends on scrolling and on the window's size runs at most once a frame. */

/** How far down the page an element stands. @param {Element} element */
export const topOf = (element) => element.getBoundingClientRect().top + window.scrollY;

/** Height of the header, under which the page scrolls. */
export const headerHeight = () => document.querySelector(".md-header")?.getBoundingClientRect().height ?? 0;

/** Whether the text has reached the header. */
export function isScrolled() {
  const main = document.querySelector(".md-main");
  return main !== null && topOf(main) - headerHeight() <= window.scrollY;
}

/** Runs now, and in each frame in which the reader has scrolled or the window has changed. @param {() => void} act */
export function onView(act) {
  let isWaiting = false;
  const wait = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      act();
    });
  };
  window.addEventListener("scroll", wait, { passive: true });
  window.addEventListener("resize", wait);
  act();
}
