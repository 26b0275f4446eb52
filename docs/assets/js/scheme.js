/* What Material for MkDocs expects in the global scope before its bundle runs, and
   the reader's colour scheme and ?embed before the first paint. In the theme these are inline
   scripts; as a file they pass a Content-Security-Policy of script-src 'self'. */
(function () {
  var scope = new URL(document.currentScript.dataset.base, location);
  window.__md_scope = scope;
  // Shown in another site's frame: what surrounds the text is hidden before it is painted.
  if (new URLSearchParams(location.search).has("embed")) {
    document.documentElement.classList.add("guide-embed");
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("assets/js/embed.js", scope) }));
  }
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
  // Material stores the scheme at every first visit. We store it only when the reader has chosen,
  // so that nothing is kept without a choice and the scheme goes on following the system.
  var hasChosen = false;
  document.addEventListener("change", function (event) {
    if (event.target.name === "__palette") hasChosen = true;
  }, true);
  window.__md_set = function (key, value, storage, base) {
    if (key === "__palette" && !hasChosen) return;
    try {
      (storage || localStorage).setItem((base || scope).pathname + "." + key, JSON.stringify(value));
    } catch (error) {
      /* the same: the choice then lasts for this page only */
    }
  };

  var chosen = window.__md_get("__palette");
  var color = chosen && chosen.color;
  if (!color) {
    var media = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + media + ")']");
    if (!input) return;
    color = {};
    ["scheme", "primary", "accent"].forEach(function (key) {
      color[key] = input.getAttribute("data-md-color-" + key);
    });
  }
  Object.keys(color).forEach(function (key) {
    document.body.setAttribute("data-md-color-" + key, color[key]);
  });
})();
