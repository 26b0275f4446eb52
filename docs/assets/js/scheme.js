/* What Material for MkDocs expects in the global scope before its bundle runs, and
   the reader's colour scheme before the first paint. In the theme these are inline
   scripts; as a file they pass a Content-Security-Policy of script-src 'self'. */
(function () {
  var scope = new URL(document.currentScript.dataset.base, location);
  window.__md_scope = scope;
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (hash, character) {
      return (hash << 5) - hash + character.charCodeAt(0);
    }, 0);
  };
  window.__md_get = function (key, storage, base) {
    try {
      return JSON.parse((storage || localStorage).getItem((base || scope).pathname + "." + key));
    } catch (error) {
      return null; // storage closed to us (private browsing, a sandboxed frame)
    }
  };
  window.__md_set = function (key, value, storage, base) {
    try {
      (storage || localStorage).setItem((base || scope).pathname + "." + key, JSON.stringify(value));
    } catch (error) {
      /* the same: the choice then lasts for this page only */
    }
  };

  var chosen = window.__md_get("__palette");
  if (!chosen || !chosen.color) return;
  var color = chosen.color;
  if (color.media === "(prefers-color-scheme)") return;
  Object.keys(color).forEach(function (key) {
    document.body.setAttribute("data-md-color-" + key, color[key]);
  });
})();
