/* What opens the search: keys, buttons, the fields of pages, and ?q= in the address. The dialog itself is in
   dialog.js. */
import { the } from "../dom.js";
import { SearchDialog } from "./dialog.js";

/** "/" and Ctrl+K open the search, except where a slash is typed. @param {KeyboardEvent} event */
function isShortcut(event) {
  const isControl = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  if (event.key.toLowerCase() === "k") return isControl && !event.shiftKey;
  const isTyping =
    event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  return event.key === "/" && !isControl && !isTyping;
}

/** @param {SearchDialog} search */
function listenForReaders(search) {
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    search.open();
  });
  for (const button of document.querySelectorAll("[data-guide-search-open]")) {
    button.addEventListener("click", () => search.open());
  }
  for (const form of document.querySelectorAll("form[data-guide-search]")) {
    const input = the(form, "input[name=q]", HTMLInputElement);
    input.addEventListener("focus", () => search.prepare().catch(() => {}));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search.open(input.value);
    });
  }
  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (asked) search.open(asked);
}

const element = document.getElementById("guide-search");
if (element instanceof HTMLDialogElement) listenForReaders(new SearchDialog(element));
