/* Leads on from a short address to the page in the reader's language, with query and fragment.
   A language chosen in the guide goes first, then the browser's languages; else English. */
(function () {
  "use strict";
  var data = document.currentScript.dataset;
  var hrefs = JSON.parse(data.to);
  /* Who reads Norwegian or Danish reads Swedish more easily than English. */
  var near = { nb: "sv", nn: "sv", no: "sv", da: "sv" };

  var chosen = function () {
    try {
      /* Written by guide.js under the name that Material gives what it keeps. */
      return JSON.parse(localStorage.getItem(new URL(data.base, location.href).pathname + ".guide-language"));
    } catch (error) {
      return null;
    }
  };
  var known = function (code) {
    var own = String(code || "").toLowerCase().split("-")[0];
    return [own, near[own]].find(function (each) {
      return Object.prototype.hasOwnProperty.call(hrefs, each);
    });
  };
  var wanted = [chosen()].concat(navigator.languages || navigator.language, "en", Object.keys(hrefs));
  var target = new URL(hrefs[wanted.map(known).find(Boolean)], location.href);
  target.search = location.search;
  if (target.hash === "") target.hash = location.hash;
  location.replace(target.href);
})();
