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

/** What the address names on the page; a reader may have written anything there. */
export function targetOf() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}
