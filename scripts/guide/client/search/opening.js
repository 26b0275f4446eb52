/* What opens the search: its key, buttons, the fields of pages, ?q= in the address, and Back and Forward. The dialog
   itself is in dialog.js, which is loaded when it is first asked for. */
import { the } from "../dom.js";
import { keepForVisit, recallForVisit } from "../kept.js";
import { loadScript, loadStyle } from "../loading.js";

const SEARCHED = "guide-searched";

/** Ctrl+K (⌘K) opens the search. No key alone does: it would strike those who speak to their computer (WCAG 2.1.4).
 * @param {KeyboardEvent} event */
function isShortcut(event) {
  return event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

const queryInAddress = () => new URLSearchParams(location.search).get("q")?.trim();

export function searchOnDemand() {
  const dialog = document.getElementById("guide-search");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const { dialog: address = "", style = "", engine = "", index = "", faq = "" } = dialog.dataset;
  // All is asked for at once; an index that is there before the dialog waits for it here.
  window.guideSearchIndex = (data) => void (window.guideSearchEarly = data);
  const load = () => {
    const opened = Promise.all([loadScript(address), loadStyle(style)]);
    // Whether these come is for the dialog to know: it asks for them itself, and again where they did not.
    for (const each of [engine, index]) loadScript(each).catch(() => {});
    return opened;
  };
  const prepare = () => void load().catch(() => {});
  /** Where the dialog cannot be had, the questions can. @param {string} [query] */
  const open = (query) => {
    keepForVisit(SEARCHED);
    return load().then(
      () => window.guideSearch?.open(query),
      () => location.assign(faq),
    );
  };

  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll("[data-guide-search-open]")) {
    button.addEventListener("click", () => open());
    for (const kind of ["pointerdown", "focus"]) button.addEventListener(kind, prepare);
  }
  for (const form of document.querySelectorAll("form[data-guide-search]")) {
    const input = the(form, "input[name=q]", HTMLInputElement);
    for (const kind of ["pointerdown", "focus"]) input.addEventListener(kind, prepare);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(input.value);
    });
  }
  const follow = () => {
    const query = queryInAddress();
    if (query) open(query);
    else window.guideSearch?.leave();
  };
  window.addEventListener("popstate", follow);
  follow();
  // Who has searched once is likely to search again: then it is there at once.
  if (recallForVisit(SEARCHED)) (window.requestIdleCallback ?? setTimeout)(prepare);
}
