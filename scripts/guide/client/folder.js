/* A site that is opened from a folder, without a server: links and forms that lead to a folder are led to the page in
   it, as a browser would show a list of files. It is done when they are used, as some are made by other scripts. Loaded
   by guide.js only there. */
import { fileAt } from "./file-at.js";

/** @param {Event} event */
function nameFile({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link instanceof HTMLAnchorElement) link.href = fileAt(link.href);
}

// Before those who go there themselves (search/dialog.js), and after those who name the place (page/language.js).
for (const kind of ["click", "auxclick"]) {
  window.addEventListener(kind, nameFile, true);
  window.addEventListener(kind, nameFile);
}
window.addEventListener("submit", ({ target }) => {
  if (target instanceof HTMLFormElement) target.action = fileAt(target.action);
});
