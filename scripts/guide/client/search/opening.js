/* What opens the search: its key, buttons, the fields of pages, and ?q= in the address. The dialog itself is in dialog.js,
   which is loaded when it is first asked for. This stands on every page: what can wait is there, and not here. */
import { parameter } from "../address.js";
import { loadScript, loadStyle } from "../loading.js";

/** Ctrl+K (⌘K) opens the search. No key alone does: it would strike those who speak to their computer (WCAG 2.1.4).
 * @param {KeyboardEvent} event */
function isShortcut(event) {
  // A browser that fills in a field may send a key without a name.
  return event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

/** Whether something has been sought in this visit (dialog.js keeps it). */
function hasSearched() {
  try {
    return "guide-searched" in sessionStorage;
  } catch {
    return false; // storage closed to us
  }
}

export function searchOnDemand() {
  const dialog = document.getElementById("guide-search");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const { dialog: address = "", style = "", engine = "", index = "", faq = "" } = dialog.dataset;
  // All is asked for at once; an index that is there before the dialog waits for it here.
  window.guideSearchIndex = (data) => void (window.guideSearchEarly = data);
  const load = () => Promise.all([loadScript(address), loadStyle(style)]);
  // Whether engine and index come is for the dialog to know: it asks for them itself, and again where they did not.
  const prepare = () => void Promise.allSettled([load(), loadScript(engine), loadScript(index)]);
  /** Where the dialog cannot be had, the questions can. @param {string} [query] */
  const open = (query) => {
    prepare();
    load().then(
      () => window.guideSearch.open(query),
      () => location.assign(faq),
    );
  };

  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  for (const way of document.querySelectorAll("[data-guide-search-open], form[data-guide-search]")) {
    for (const kind of ["pointerdown", "focusin"]) way.addEventListener(kind, prepare);
    way.addEventListener(way.localName === "form" ? "submit" : "click", (event) => {
      event.preventDefault();
      open(way.querySelector("input")?.value);
    });
  }
  const asked = parameter("q");
  if (asked) open(asked);
  // Who has searched once is likely to search again: then it is there at once.
  else if (hasSearched()) (window.requestIdleCallback ?? setTimeout)(prepare);
}
