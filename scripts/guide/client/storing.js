/* What a reader asks a tool to keep, in the browser's own store, under names that begin with the site's path. Unlike
   kept.js, whose choices may be lost without a word, it tells what became of it. */

/** @param {URL} site The root of the site @param {string} key */
const nameOf = (site, key) => `${site.pathname}.${key}`;

/** What is kept, as it was written; null where nothing is, or where the store is closed to us.
 * @param {URL} site @param {string} key */
export function stored(site, key) {
  try {
    return localStorage.getItem(nameOf(site, key));
  } catch {
    return null;
  }
}

/** Keeps a text, and says how that went. @param {URL} site @param {string} key @param {string} text
 * @returns {"kept" | "full" | "refused"} */
export function store(site, key, text) {
  try {
    localStorage.setItem(nameOf(site, key), text);
    return "kept";
  } catch (error) {
    return error instanceof Error && error.name === "QuotaExceededError" ? "full" : "refused";
  }
}

/** @param {URL} site @param {string} key */
export function discard(site, key) {
  try {
    localStorage.removeItem(nameOf(site, key));
  } catch {
    // A store that is closed to us keeps nothing of ours.
  }
}

/** Calls when another tab has kept or thrown away what this one may keep, too.
 * @param {URL} site @param {string} key @param {() => void} act */
export function whenChangedElsewhere(site, key, act) {
  window.addEventListener("storage", (event) => {
    // Without a key: the whole store was emptied.
    if (event.key === nameOf(site, key) || event.key === null) act();
  });
}
