/* Finding elements, for the scripts that are loaded when they are needed; making some is in dom.js, which every page has. */

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
