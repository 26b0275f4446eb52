/* Marks of finished steps, kept by the learning platform (SCORM 1.2 Run-Time Environment, 3.3 and 3.4).
   Without a platform the page works as a list; nothing is stored. */
"use strict";

(function () {
  // The platform's adapter hangs on a window above this one, or on the one that opened it (RTE 3.3).
  function adapterIn(from) {
    var view = from;
    for (var step = 0; step < 10; step += 1) {
      try {
        if (view.API) return view.API;
        if (!view.parent || view.parent === view) return null;
      } catch (otherHost) {
        return null;
      }
      view = view.parent;
    }
    return null;
  }

  var adapter = adapterIn(window) || (window.opener ? adapterIn(window.opener) : null);
  var started = Date.now();
  var isOpen = Boolean(adapter) && String(adapter.LMSInitialize("")) === "true";
  var status = document.getElementById("status");
  var marks = Array.prototype.slice.call(document.querySelectorAll(".mark input"));

  function get(name) {
    return isOpen ? String(adapter.LMSGetValue(name) || "") : "";
  }

  function set(name, value) {
    if (isOpen) adapter.LMSSetValue(name, value);
  }

  // "hhhh:mm:ss", as CMITimespan wants it (RTE 3.4).
  function timespan(milliseconds) {
    var seconds = Math.floor(milliseconds / 1000);
    function two(number) {
      return (number < 10 ? "0" : "") + number;
    }
    return [two(Math.floor(seconds / 3600)), two(Math.floor(seconds / 60) % 60), two(seconds % 60)].join(":");
  }

  function done() {
    return marks.filter(function (mark) { return mark.checked; }).length;
  }

  function tell() {
    var count = done();
    var said = status.dataset.progress.replace("{}", count).replace("{}", marks.length);
    if (count === marks.length) said += " " + status.dataset.allDone;
    if (!isOpen) said += " " + status.dataset.noPlatform;
    status.textContent = said;
  }

  function report() {
    set("cmi.suspend_data", marks.map(function (mark) { return mark.checked ? "1" : "0"; }).join(""));
    // What has been completed stays completed, also when a mark is taken away later.
    if (done() === marks.length) set("cmi.core.lesson_status", "completed");
    if (isOpen) adapter.LMSCommit("");
    tell();
  }

  function close() {
    if (!isOpen) return;
    set("cmi.core.session_time", timespan(Date.now() - started));
    set("cmi.core.exit", done() === marks.length ? "" : "suspend");
    adapter.LMSFinish("");
    isOpen = false;
  }

  var kept = get("cmi.suspend_data");
  marks.forEach(function (mark, index) {
    mark.checked = kept.charAt(index) === "1";
    mark.addEventListener("change", report);
  });
  // A platform sets "completed" by itself at the end where a page has said nothing (RTE 3.4).
  if (get("cmi.core.lesson_status") === "not attempted") {
    set("cmi.core.lesson_status", "incomplete");
    if (isOpen) adapter.LMSCommit("");
  }
  tell();
  window.addEventListener("pagehide", close);
})();
