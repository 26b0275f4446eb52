/* The short address that somebody meant who typed one from a paper. Going there is left to missing.js. */

/** The path within the site that was meant, if it is another than the one that was typed: with capitals, with spaces or
 * marks around it or in place of its hyphens. What is given comes back as it is, so nobody is led twice.
 * @param {string} path Within the site, as it stands in the address */
export function meantBy(path) {
  const found = /^l\/(.{1,200})$/is.exec(path);
  if (!found) return null;
  const name = readable(found[1])
    .toLowerCase()
    .replace(/[\s_\u2010-\u2015]+/g, "-")
    .replace(/[^a-z0-9/.-]/g, "")
    .replace(/^[-./]+|[-./]+$/g, "");
  const meant = name.endsWith(".html") ? `l/${name}` : `l/${name}/`;
  return name && meant !== path ? meant : null;
}

/** @param {string} text */
function readable(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
