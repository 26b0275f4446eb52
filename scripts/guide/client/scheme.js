/* What Material for MkDocs expects in the global scope before its bundle runs, and the reader's colour scheme and
   ?embed before the first paint. In the theme these are inline scripts; as a file they pass a Content-Security-Policy
   of script-src 'self'. */

const scope = new URL(document.currentScript?.dataset.base ?? "", location.href);
/** @param {string} key @param {URL} [base] */
const keptAs = (key, base = scope) => `${base.pathname}.${key}`;
// Material stores the scheme at every first visit. We store it only when the reader has chosen,
// so that nothing is kept without a choice and the scheme goes on following the system.
let hasChosen = false;

window.__md_scope = scope;
window.__md_hash = (text) => [...text].reduce((hash, character) => (hash << 5) - hash + character.charCodeAt(0), 0);
window.__md_get = (key, storage, base) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(keptAs(key, base)) ?? "null");
  } catch {
    return null; // storage closed to us (private browsing, a sandboxed frame)
  }
};
window.__md_set = (key, value, storage, base) => {
  if (key === "__palette" && !hasChosen) return;
  try {
    (storage ?? localStorage).setItem(keptAs(key, base), JSON.stringify(value));
  } catch {
    // The same: the choice then lasts for this page only.
  }
};

/** Shown in another site's frame: what surrounds the text is hidden before it is painted. */
function startEmbedded() {
  document.documentElement.classList.add("guide-embed");
  const script = document.createElement("script");
  script.src = new URL("assets/js/embed.js", scope).href;
  document.head.append(script);
}

/** The colours that the system asks for, as Material's own buttons name them.
 * @returns {Record<string, string | null>} */
function systemColours() {
  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${scheme})']`);
  if (!input) return {};
  const keys = ["scheme", "primary", "accent"];
  return Object.fromEntries(keys.map((key) => [key, input.getAttribute(`data-md-color-${key}`)]));
}

/** @param {Event} event */
function onChange({ target }) {
  if (target instanceof HTMLInputElement && target.name === "__palette") hasChosen = true;
}

if (new URLSearchParams(location.search).has("embed")) startEmbedded();
document.addEventListener("change", onChange, true);
for (const [key, value] of Object.entries(window.__md_get("__palette")?.color ?? systemColours())) {
  document.body.setAttribute(`data-md-color-${key}`, String(value));
}
