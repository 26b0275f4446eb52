/* What a reader has chosen, kept in the browser under names that begin with the site's own path: several guides may
   share a host. Nothing is kept without a choice. */

/** @param {URL} site The root of the site @param {string} key */
export function recall(site, key) {
  try {
    return JSON.parse(localStorage.getItem(`${site.pathname}.${key}`) ?? "null");
  } catch {
    return null; // storage closed to us (private browsing, a sandboxed frame)
  }
}

/** @param {URL} site @param {string} key @param {unknown} value */
export function keep(site, key, value) {
  try {
    localStorage.setItem(`${site.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // The same: the choice then lasts for this page only.
  }
}
