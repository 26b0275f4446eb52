/* Buttons for the menu: Material keeps its state in hidden checkboxes, which a keyboard does not reach. */

const DRAWER = "__drawer";

/* The toggle of the section within another that this page opens, if it opens one. */
const INNER = "[data-md-level='1'] .md-nav__item--nested:has(> .md-nav__container > a.md-nav__link--active) > input";

/** Show, in a menu that slides in, the section around the one that the page opens: its other parts are there.
 * @param {HTMLInputElement} drawer */
function showAround(drawer) {
  const inner = document.querySelector(INNER);
  if (inner instanceof HTMLInputElement) inner.checked = !drawer.checked;
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
    if (toggle.id !== DRAWER || !toggle.checked) return;
    const first = document.querySelector(".md-sidebar--primary .md-nav__list a");
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
  });
  toggle.addEventListener("change", report);
  if (toggle.id === DRAWER) toggle.addEventListener("change", () => showAround(toggle));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || toggle.id !== DRAWER || !toggle.checked) return;
    turn();
    button.focus();
  });
  // A link of the menu may lead to a heading of this page.
  window.addEventListener("hashchange", () => {
    if (toggle.checked) turn();
  });
}

export function connectMenus() {
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
