/* Buttons for the menu: Material keeps its state in hidden checkboxes, which a keyboard does not reach. */

const DRAWER = "__drawer";

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
    if (toggle instanceof HTMLInputElement) connect(button, toggle);
  }
}
