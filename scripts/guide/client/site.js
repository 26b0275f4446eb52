/* Where this script came from: its element in the page, and the site's root, two folders above the scripts. */

/** While a script runs for the first time, the page says which it is. */
export const ownScript = /** @type {HTMLScriptElement} */ (document.currentScript);
export const root = new URL("../../", ownScript.src);
