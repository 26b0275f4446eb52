/* Leads on from an address that has moved, and takes the reader's fragment and query along.
   A page that has moved names the new one in data-to; anchors that have moved stand in data-moved. */
(function () {
  "use strict";
  var data = document.currentScript.dataset;
  var moved = JSON.parse(data.moved || "{}");

  var wanted = function () {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      return location.hash.slice(1);
    }
  };
  var follow = function () {
    var id = wanted();
    var isMoved = id !== "" && Object.prototype.hasOwnProperty.call(moved, id) && !document.getElementById(id);
    if (!isMoved && data.to === undefined) return;
    var target = new URL(isMoved ? moved[id] : data.to, location.href);
    target.search = location.search;
    if (!isMoved && target.hash === "") target.hash = location.hash;
    location.replace(target.href);
  };
  follow();
  window.addEventListener("hashchange", follow);
})();
