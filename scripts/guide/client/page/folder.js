/* A site that is opened from a folder, without a server: links and forms that lead to a folder are led to the page in
   it, as a browser would show a list of files. It is done when they are used, as some are made by other scripts. */
import { fileAt } from "../address.js";

export function leadIntoFolders() {
  if (location.protocol !== "file:") return;
  const onClick = (/** @type {Event} */ { target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement) link.href = fileAt(link.href);
  };
  // Before those who go there themselves (search/dialog.js), and after those who name the place (language.js).
  for (const kind of ["click", "auxclick"]) {
    window.addEventListener(kind, onClick, true);
    window.addEventListener(kind, onClick);
  }
  window.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement) target.action = fileAt(target.action);
  });
}
