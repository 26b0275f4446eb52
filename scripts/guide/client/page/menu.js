/* Buttons for the menu: Material keeps its state in hidden checkboxes and opens it by their labels, which no keyboard
   reaches. */

const DRAWER = "__drawer";

/* Where the menu slides in; beside the text its sections are headings, and only what lies within them opens. */
const SLIDES_IN = matchMedia("(max-width: 76.1875em)");

/* What opens a section, or leads back from it. */
const SECTION = ".md-nav--primary label[for^='__nav']";

/* The toggle of the section within another that this page opens, if it opens one. */
const INNER = "[data-md-level='1'] .md-nav__item--nested:has(> .md-nav__container > a.md-nav__link--active) > input";

/** Show, in a menu that slides in, the section around the one that the page opens: its other parts are there.
 * @param {HTMLInputElement} drawer */
function showAround(drawer) {
  const inner = document.querySelector(INNER);
  if (inner instanceof HTMLInputElement && inner.checked === drawer.checked) inner.click();
}

/** Put what answers as a button does in place of a label, which may be none (ARIA in HTML).
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
  if (link) button.setAttribute("aria-label", link.textContent?.trim() ?? "");
  label.replaceWith(button);
  const fit = () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    button.inert = !link && !SLIDES_IN.matches;
  };
  const turn = () => {
    toggle.click();
    // What was pressed may now lie under the section, or have slid away with it.
    const other = item.querySelector(toggle.checked ? ":scope > .md-nav > span" : ":scope > span, :scope > div > span");
    if (other instanceof HTMLElement) other.focus({ preventScroll: true });
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

/** @param {HTMLElement} button @param {HTMLInputElement} toggle */
function connect(button, toggle) {
  const report = () => {
    if (button.hasAttribute("aria-expanded")) button.setAttribute("aria-expanded", String(toggle.checked));
  };
  const turn = () => {
    toggle.click();
    report();
  };
  button.addEventListener("click", () => {
    turn();
    if (toggle.id === DRAWER && toggle.checked) enter();
  });
  toggle.addEventListener("change", report);
  if (toggle.id === DRAWER) toggle.addEventListener("change", () => showAround(toggle));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || toggle.id !== DRAWER || !toggle.checked) return;
    turn();
    button.focus();
  });
  // Who tabs on from the menu's last link would move about below it.
  document.addEventListener("focusin", ({ target }) => {
    if (toggle.id !== DRAWER || !toggle.checked || !(target instanceof Element)) return;
    if (target !== button && !target.closest(".md-sidebar--primary")) turn();
  });
  // A link of the menu may lead to a heading of this page.
  window.addEventListener("hashchange", () => {
    if (toggle.checked) turn();
  });
}

export function connectMenus() {
  /** @type {NodeListOf<HTMLLabelElement>} */
  const sections = document.querySelectorAll(SECTION);
  for (const label of sections) connectSection(label);
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-guide-toggle]");
  for (const button of buttons) {
    const toggle = document.getElementById(button.dataset.guideToggle ?? "");
    if (!(toggle instanceof HTMLInputElement)) continue;
    // A browser that loads the page anew keeps what was ticked, and would show the menu over it.
    toggle.checked = false;
    connect(button, toggle);
  }
}
