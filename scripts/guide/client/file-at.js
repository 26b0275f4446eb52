/* A site that is opened from a folder, without a server: what an address of a folder leads to there. */

/** The file that a browser shows at an address: a folder of a site that is opened without a server has none by itself.
 * @param {string} href */
export function fileAt(href) {
  const address = new URL(href);
  if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address.href;
}
