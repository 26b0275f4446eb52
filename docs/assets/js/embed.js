/* A page shown in another site's frame (?embed; scheme.js loads this file only then): links within the guide stay in
   the frame without menus, links to other websites open in a tab of their own, as many of them refuse to be framed. */
(function () {
  "use strict";

  var scope = window.__md_scope;

  var isWithin = function (address) {
    return address.origin === location.origin && address.pathname.startsWith(scope.pathname);
  };

  /* In the capture phase: before the browser, or another script, follows the link. */
  document.addEventListener(
    "click",
    function (event) {
      var link = event.target.closest("a[href]");
      if (!link || link.target || link.hasAttribute("download")) return;
      var address = new URL(link.href);
      if (!/^(https?|file):$/.test(address.protocol)) return;
      if (!isWithin(address)) {
        link.target = "_blank";
        link.rel = "noopener";
      } else if (address.pathname !== location.pathname) {
        address.searchParams.set("embed", "");
        link.href = address.href;
      }
    },
    true
  );
})();
