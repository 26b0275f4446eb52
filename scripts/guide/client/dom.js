/* Small help with the page's elements, for the scripts that make some. Nothing here knows what they are for. */

/** @template {keyof HTMLElementTagNameMap} K @param {K} tag @param {string} [className] @param {string} [text] */
export function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/** @param {string} className @param {string} text @param {() => void} act */
export function makeButton(className, text, act) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

/** @param {string} address @param {string} text */
export function makeLink(address, text) {
  const link = make("a", "", text);
  link.href = address;
  return link;
}

/** The element that must be there; the templates and the script disagree where it is not.
 * @template {Element} T @param {ParentNode} within @param {string} selector @param {{ new (): T }} type */
export function the(within, selector, type) {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`${selector} is no ${type.name}`);
  return found;
}

/** The link that an event fell on, if any. @param {Event} event */
export function linkOf(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  return link instanceof HTMLAnchorElement ? link : null;
}
