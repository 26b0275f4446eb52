/* Scripts and styles that are loaded when their feature is first used. Loaded and not fetched: a page that is opened
   from a folder may load them from it. */
import { trusted } from "./trusted.js";

/** What is loaded by its address, once it is asked for; one for all scripts of a page. */
const asked = (window.guideLoading ??= new Map());

/** @param {string} address */
export function loadScript(address) {
  return load(address, () => {
    const script = document.createElement("script");
    script.src = trusted(address);
    return script;
  });
}

/** @param {string} address */
export function loadStyle(address) {
  return load(address, () => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    return link;
  });
}

/** @param {string} address @param {() => HTMLElement} makeElement */
function load(address, makeElement) {
  const found =
    asked.get(address) ?? new Promise((resolve, reject) => startLoading(makeElement(), address, resolve, reject));
  asked.set(address, found);
  return found;
}

/** @param {HTMLElement} element @param {string} address
 * @param {(event: Event) => void} resolve @param {(error: Error) => void} reject */
function startLoading(element, address, resolve, reject) {
  element.addEventListener("load", resolve);
  element.addEventListener("error", () => {
    asked.delete(address);
    reject(new Error(address));
  });
  document.head.append(element);
}
