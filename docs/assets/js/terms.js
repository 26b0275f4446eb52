/* Explanations of glossary terms (scripts/guide/glossary_terms.py): a link with class guide-term, followed by its
   definition in a popover. Opens on hover, focus and touch; closes with Escape, a press elsewhere, or when pointer and
   focus have left both (WCAG 2.2, 1.4.13). Without this script, or without popovers, the link leads to the glossary. */
(function () {
  "use strict";

  if (!HTMLElement.prototype.hasOwnProperty("popover")) return;

  var GAP = 6;
  var EDGE = 8;
  var OPENS_AFTER = 250;
  var CLOSES_AFTER = 300;
  var open = null;
  var timer = 0;

  /* Below the line the word ends on, above it where there is no room; never outside the window. */
  var place = function (term, card) {
    var lines = term.getClientRects();
    var line = lines[lines.length - 1] || term.getBoundingClientRect();
    var left = Math.min(line.left, document.documentElement.clientWidth - card.offsetWidth - EDGE);
    var below = line.bottom + GAP;
    var above = (lines[0] || line).top - GAP - card.offsetHeight;
    var fits = below + card.offsetHeight <= window.innerHeight || above < 0;
    card.style.left = Math.max(EDGE, left) + window.scrollX + "px";
    card.style.top = (fits ? below : above) + window.scrollY + "px";
  };

  var hide = function () {
    clearTimeout(timer);
    if (!open) return;
    var shown = open;
    open = null;
    shown.term.setAttribute("aria-expanded", "false");
    shown.card.hidePopover();
  };

  var show = function (term, card, by) {
    clearTimeout(timer);
    if (open && open.term === term) return;
    hide();
    card.showPopover();
    place(term, card);
    term.setAttribute("aria-expanded", "true");
    open = { term: term, card: card, by: by };
  };

  var later = function (act, wait) {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };

  var isOurs = function (element) {
    return open && element && (open.term.contains(element) || open.card.contains(element));
  };

  /* Leaving the word for its explanation takes the pointer across the gap: hence the wait. */
  var left = function (event) {
    if (event.pointerType === "touch" || !open || open.by === "press") return;
    later(function () {
      if (open && !isOurs(document.activeElement)) hide();
    }, CLOSES_AFTER);
  };

  var lostFocus = function (event) {
    if (open && !isOurs(event.relatedTarget)) hide();
  };

  document.querySelectorAll(".guide-term").forEach(function (term, number) {
    var card = term.nextElementSibling;
    if (!card || !card.classList.contains("guide-definition")) return;
    card.id = "guide-definition-" + number;
    term.setAttribute("role", "button");
    term.setAttribute("aria-roledescription", card.getAttribute("aria-label"));
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-controls", card.id);

    term.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "touch") return;
      clearTimeout(timer);
      if (!open || open.term !== term) {
        later(function () {
          show(term, card, "hover");
        }, OPENS_AFTER);
      }
    });
    card.addEventListener("pointerenter", function () {
      clearTimeout(timer);
    });
    term.addEventListener("pointerleave", function (event) {
      clearTimeout(timer);
      left(event);
    });
    card.addEventListener("pointerleave", left);

    term.addEventListener("focus", function () {
      if (term.matches(":focus-visible")) show(term, card, "focus");
    });
    term.addEventListener("blur", lostFocus);
    card.addEventListener("focusout", lostFocus);

    /* A press toggles; one on an explanation that hovering opened keeps it open. */
    term.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (open && open.term === term) {
        if (open.by === "hover") open.by = "press";
        else hide();
      } else show(term, card, "press");
    });
    term.addEventListener("keydown", function (event) {
      if (event.key !== " ") return;
      event.preventDefault();
      term.click();
    });
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !open) return;
    var term = open.term;
    var hadFocus = open.card.contains(document.activeElement);
    hide();
    if (hadFocus) term.focus();
    hide();
  });
  document.addEventListener("pointerdown", function (event) {
    if (open && !isOurs(event.target)) hide();
  });
  window.addEventListener("resize", hide);
})();
