/* The section that the address names stays in view while the frame is given its size, which some platforms do only when
   the page has long since gone to it. From when the reader moves, the place is the reader's. */

const BY_THE_READER = ["wheel", "touchmove", "pointerdown", "keydown"];

/** @param {() => Element | null} section What the address names just now, if anything */
export function keepSection(section) {
  let isLeft = false;
  const show = () => {
    if (!isLeft) section()?.scrollIntoView();
  };
  for (const kind of BY_THE_READER) {
    window.addEventListener(kind, () => (isLeft = true), { passive: true });
  }
  window.addEventListener("hashchange", () => (isLeft = false));
  window.addEventListener("resize", show);
  show();
}
