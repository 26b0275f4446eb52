/* Addresses that scripts may be loaded from: those of the site's own scripts. A host may send require-trusted-types-for;
   then no text becomes a script but through here, by the one policy that has a name in the header. */
import { root } from "./site.js";

/** The address, if it is one of this site; throws where it is not. @param {string} address */
export function ownAddress(address) {
  const { href } = new URL(address, document.baseURI);
  if (!href.startsWith(new URL("assets/", root).href)) throw new TypeError(`not the guide's own: ${href}`);
  return href;
}

/** One policy for all scripts of a page: a second of the same name would be refused. @param {string} address
 * @returns {string} A trusted one, where the browser knows of such */
export function trusted(address) {
  window.guideTrust ??= window.trustedTypes?.createPolicy("guide", { createScriptURL: ownAddress });
  return window.guideTrust?.createScriptURL(address) ?? ownAddress(address);
}
