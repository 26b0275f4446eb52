/* The guide's own behaviour on every page; each part works alone and the page reads without it. */
(function () {
  "use strict";

  /* Buttons for the menu and the search: Material keeps their state in hidden checkboxes. */
  document.querySelectorAll("[data-guide-toggle]").forEach(function (button) {
    var toggle = document.getElementById(button.dataset.guideToggle);
    if (!toggle) return;
    var report = function () {
      if (button.hasAttribute("aria-expanded")) button.setAttribute("aria-expanded", String(toggle.checked));
    };
    button.addEventListener("click", function () {
      toggle.click();
      report();
      if (toggle.id === "__drawer" && toggle.checked) {
        var first = document.querySelector(".md-sidebar--primary .md-nav__list a");
        if (first) first.focus({ preventScroll: true });
      }
    });
    toggle.addEventListener("change", report);
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && toggle.checked && toggle.id === "__drawer") {
        toggle.click();
        report();
        button.focus();
      }
    });
  });

  /* Changing language keeps the place: headings have the same id in both languages. */
  var currentHeading = function () {
    var linked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (linked) {
      var top = linked.getBoundingClientRect().top;
      if (top > -20 && top < window.innerHeight) return location.hash;
    }
    if (window.scrollY < 40) return "";
    var passed = Array.from(document.querySelectorAll(".md-content h2[id], .md-content h3[id]")).filter(function (heading) {
      return heading.getBoundingClientRect().top < window.innerHeight / 3;
    });
    return passed.length ? "#" + passed[passed.length - 1].id : "";
  };
  document.querySelectorAll("[data-guide-language]").forEach(function (link) {
    var target = link.getAttribute("href").split("#")[0];
    var follow = function () {
      link.setAttribute("href", target + currentHeading());
    };
    ["pointerdown", "focus", "click"].forEach(function (kind) {
      link.addEventListener(kind, follow);
    });
    /* The choice is kept for the short addresses, which have no language of their own. */
    link.addEventListener("click", function () {
      window.__md_set("guide-language", link.hreflang);
    });
  });

  /* A table that is wider than the screen scrolls in its box: reachable by keyboard only then. */
  var boxes = document.querySelectorAll(".table-box");
  var measure = function () {
    boxes.forEach(function (box) {
      if (box.scrollWidth > box.clientWidth + 1) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    });
  };
  if (boxes.length) {
    measure();
    window.addEventListener("resize", measure);
  }
})();
