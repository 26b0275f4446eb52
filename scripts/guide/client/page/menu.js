/* Buttons for the menu: Material keeps its state in hidden checkboxes and opens it by their labels, which no keyboard
   reaches. */

/* Where the menu slides in; beside the text its sections are headings, and only what lies within them opens. */
const SLIDES_IN = matchMedia("(max-width: 76.1875em)");

/* The toggle of the section within another that this page opens, if it opens one. */
const INNER = "[data-md-level='1'] .md-nav__item--nested:has(> .md-nav__container > a.md-nav__link--active) > input";

/** Show, in a menu that slides in, the section around the one that the page opens: its other parts are there.
 * @param {HTMLInputElement} drawer */
function showAround(drawer) {
  const inner = document.querySelector(INNER);
  if (inner instanceof HTMLInputElement && inner.checked === drawer.checked) inner.click();
}

/** Put what answers as a button does in place of a label that opens a section or leads back from it; a label may be no
 * button (ARIA in HTML).
 * @param {HTMLLabelElement} label */
function connectSection(label) {
  const toggle = label.control;
  const item = label.closest(".md-nav__item");
  if (!(toggle instanceof HTMLInputElement && item)) return;
  const link = label.closest(".md-nav__container");
  const button = document.createElement("span");
  button.className = label.className;
  button.append(...label.childNodes);
  button.tabIndex = 0;
  button.setAttribute("role", "button");
  if (link) button.setAttribute("aria-label", link.textContent ?? "");
  label.replaceWith(button);
  const fit = () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    button.inert = !link && !SLIDES_IN.matches;
  };
  const turn = () => {
    toggle.click();
    // What was pressed may now lie under the section, or have slid away with it.
    /** @type {HTMLElement | null} */
    const other = item.querySelector(toggle.checked ? ":scope > .md-nav > span" : ":scope > span, :scope > div > span");
    other?.focus({ preventScroll: true });
  };
  button.addEventListener("click", turn);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    turn();
  });
  toggle.addEventListener("change", fit);
  SLIDES_IN.addEventListener("change", fit);
  fit();
}

/** The first link that is shown gets the focus; a level that lies under another is hidden, and takes none. */
function enter() {
  /** @type {NodeListOf<HTMLElement>} */
  const links = document.querySelectorAll(".md-sidebar--primary .md-nav__list a");
  for (const link of links) {
    link.focus({ preventScroll: true });
    if (document.activeElement === link) return;
  }
}

/** The button of the header opens and closes the menu where it slides in.
 * @param {HTMLElement} button @param {HTMLInputElement} drawer */
function connectDrawer(button, drawer) {
  const close = () => {
    if (drawer.checked) drawer.click();
  };
  // A browser that loads the page anew keeps what was ticked, and would show the menu over it.
  drawer.checked = false;
  drawer.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(drawer.checked));
    showAround(drawer);
  });
  button.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) enter();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    close();
    button.focus();
  });
  // Who tabs on from the menu's last link would move about below it.
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && target !== button && !target.closest(".md-sidebar--primary")) close();
  });
  // A link of the menu may lead to a heading of this page.
  window.addEventListener("hashchange", close);
}

export function connectMenus() {
  /** @type {NodeListOf<HTMLLabelElement>} */
  const labels = document.querySelectorAll(".md-nav--primary label[for^='__nav']");
  for (const label of labels) connectSection(label);
  /** @type {HTMLElement | null} */
  const button = document.querySelector(".guide-menu-button");
  const drawer = document.getElementById("__drawer");
  if (button && drawer instanceof HTMLInputElement) connectDrawer(button, drawer);
}
