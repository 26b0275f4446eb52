/* Where an address that only leads on leads: one that has moved (moved.js), or a short one, which is the same in all
   languages (short-address.js). Going there is left to these two. */
import { fileAt } from "../file-at.js";

/** @typedef {{ to?: string, moved: Record<string, string> }} Moved The page's new address, and those of its anchors */

/** Who reads one of these reads Swedish more easily than English. @type {Record<string, string | undefined>} */
const NEAR = { nb: "sv", nn: "sv", no: "sv", da: "sv" };

/** The id that an address names. @param {URL} address */
export function fragmentOf(address) {
  return decoded(address.hash.slice(1));
}

/** The address that `to` is on the page at `here`, with the reader's query taken along, and the fragment where it has
 * none of its own.
 * @param {string} to @param {URL} here */
export function leadOn(to, here) {
  const target = new URL(to, here);
  target.search = here.search;
  if (!target.hash) target.hash = here.hash;
  return fileAt(target.href);
}

/** The same address, asked for as it is in another site's frame: hosts refuse to have whole pages framed otherwise.
 * @param {string} href */
export function inFrame(href) {
  const target = new URL(href);
  target.searchParams.set("embed", "");
  return target.href;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where a reader who came to `here` is led; null where everything is in its place.
 * @param {Moved} moved @param {URL} here @param {(id: string) => boolean} isOnPage */
export function movedTo({ to, moved }, here, isOnPage) {
  const id = fragmentOf(here);
  if (id && Object.hasOwn(moved, id) && !isOnPage(id)) {
    const target = new URL(moved[id], here);
    target.search = here.search;
    return fileAt(target.href);
  }
  return to === undefined ? null : leadOn(to, here);
}

/** The page in the reader's language: one chosen in the guide goes first, then the browser's; else English, or any.
 * @param {Record<string, string>} hrefs By language @param {URL} here
 * @param {unknown[]} languages In the reader's order */
export function shortTo(hrefs, here, languages) {
  const known = [...languages, "en", ...Object.keys(hrefs)].flatMap((code) => {
    const own = String(code ?? "")
      .toLowerCase()
      .split("-")[0];
    return [own, NEAR[own] ?? ""].filter((each) => Object.hasOwn(hrefs, each));
  });
  return leadOn(hrefs[known[0]], here);
}
