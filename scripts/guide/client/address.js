/* What the page shows, in its address, so that it can be linked to: parameters of the query. Which parameters there
   are is for the search (search/entry.js) and for filtered tables (filter.js) to say. */

/** As many letters of a parameter are looked at: anyone may have written the link, and somebody waits behind it. */
export const LONGEST_PARAMETER = 200;

/** The start of a parameter of the page's address; "" for none. One letter more than are looked at tells that there are
 * more. @param {string} name @param {string} [search] */
export const parameter = (name, search = location.search) =>
  (new URLSearchParams(search).get(name) ?? "").trim().slice(0, LONGEST_PARAMETER + 1);

/** An address with these parameters set; those without a value are left out.
 * @param {string} href @param {Record<string, string>} values */
export function withParameters(href, values) {
  const address = new URL(href);
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  return address;
}

/** Some browsers let no page that is opened from a folder change its address; all works without.
 * @param {URL} address */
export function replaceAddress(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Nothing is lost but the link.
  }
}
