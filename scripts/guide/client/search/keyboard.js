/* The keyboard of a phone covers the page without making it smaller: the dialog keeps to what is left above it. What
   the dialog is otherwise is in search.css. */

/** @param {HTMLDialogElement} dialog */
export function keepAboveKeyboard(dialog) {
  const view = window.visualViewport;
  if (!view) return;
  const fit = () => {
    // A reader who has zoomed in sees less, too, but has asked for it.
    const isCovered = view.scale === 1 && view.height < window.innerHeight - 1;
    dialog.style.maxHeight = isCovered ? `${view.height}px` : "";
    dialog.style.top = isCovered ? `${view.offsetTop}px` : "";
  };
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  fit();
}
