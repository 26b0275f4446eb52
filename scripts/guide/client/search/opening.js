/* What opens the search: its key, buttons, the fields of pages, and ?q= in the address. The dialog itself is in
   dialog.js, which is loaded when it is first asked for. */
import { the } from "../dom.js";
import { loadScript, loadStyle } from "../loading.js";

/** Ctrl+K (⌘K) opens the search. No key alone does: it would strike those who speak to their computer (WCAG 2.1.4).
 * @param {KeyboardEvent} event */
function isShortcut(event) {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

export function searchOnDemand() {
  const dialog = document.getElementById("guide-search");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const { dialog: address = "", style = "", faq = "" } = dialog.dataset;
  const load = () => Promise.all([loadScript(address), loadStyle(style)]);
  const prepare = () =>
    load().then(
      () => window.guideSearch.prepare(),
      () => {},
    );
  /** Where the dialog cannot be had, the questions can. @param {string} [query] */
  const open = (query) =>
    load().then(
      () => window.guideSearch.open(query),
      () => location.assign(faq),
    );

  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll("[data-guide-search-open]")) {
    button.addEventListener("click", () => open());
  }
  for (const form of document.querySelectorAll("form[data-guide-search]")) {
    const input = the(form, "input[name=q]", HTMLInputElement);
    input.addEventListener("focus", prepare);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(input.value);
    });
  }
  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (asked) open(asked);
}
