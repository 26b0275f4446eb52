/* A button at each heading that copies the heading's lasting address. The page and its questions have short addresses
   (scripts/guide/shortlinks.py), other headings the page's canonical address with their own fragment. The buttons stand
   after the headings, not in them, so that a heading's name stays its text. */
(function () {
  "use strict";

  var words = document.currentScript.dataset;
  var canonical = document.querySelector("link[rel=canonical]");
  if (!canonical) return;
  var SHOWN_FOR = 6000;

  var short = function (id) {
    return words.pattern.replace("{}", id);
  };

  /* "what-is-it other=faq-old-id": the anchor of each question, and its id where it is not the usual one. */
  var questions = {};
  (words.questions || "").split(" ").filter(Boolean).forEach(function (entry) {
    var parts = entry.split("=");
    questions[parts[0]] = short(parts[1] || words.id + "-" + parts[0]);
  });

  var addressOf = function (heading) {
    if (heading.tagName === "H1" && words.id) return short(words.id);
    if (Object.prototype.hasOwnProperty.call(questions, heading.id)) return questions[heading.id];
    return heading.tagName === "H1" ? canonical.href : canonical.href + "#" + encodeURIComponent(heading.id);
  };

  /* What is said must already be a live region when it changes, or screen readers pass it over. */
  var status = document.createElement("div");
  status.className = "guide-copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  var timer = 0;

  var say = function (text, address) {
    var line = document.createElement("p");
    line.textContent = text;
    status.replaceChildren(line);
    clearTimeout(timer);
    if (address) {
      /* Nothing could be copied by script: the address is shown, selected, to be copied by hand. */
      var field = document.createElement("input");
      field.readOnly = true;
      field.value = address;
      field.setAttribute("aria-label", text);
      status.append(field);
      field.select();
      field.addEventListener("blur", function () {
        status.replaceChildren();
      });
    } else
      timer = setTimeout(function () {
        status.replaceChildren();
      }, SHOWN_FOR);
  };

  /* For pages that are not served by https, where there is no navigator.clipboard. */
  var copyBySelecting = function (text, button) {
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "guide-copied__source";
    field.setAttribute("aria-hidden", "true");
    document.body.append(field);
    field.select();
    var done = false;
    try {
      done = document.execCommand("copy");
    } catch (error) {
      /* The same as false. */
    }
    field.remove();
    button.focus({ preventScroll: true });
    return done;
  };

  var copy = function (text, button) {
    var bySelecting = function () {
      if (copyBySelecting(text, button)) say(words.copied);
      else say(words.byHand, text);
    };
    if (!navigator.clipboard) return bySelecting();
    navigator.clipboard.writeText(text).then(function () {
      say(words.copied);
    }, bySelecting);
  };

  var makeIcon = function () {
    var icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    icon.setAttribute("viewBox", "0 0 24 24");
    icon.setAttribute("aria-hidden", "true");
    path.setAttribute(
      "d",
      "M3.9 12A3.1 3.1 0 0 1 7 8.9h4V7H7a5 5 0 0 0 0 10h4v-1.9H7A3.1 3.1 0 0 1 3.9 12M8 13h8v-2H8zm9-6h-4v1.9h4a3.1 3.1 0 0 1 0 6.2h-4V17h4a5 5 0 0 0 0-10"
    );
    icon.append(path);
    return icon;
  };

  document.querySelectorAll(".md-main h1, .md-content h2[id], .md-content h3[id]").forEach(function (heading) {
    var isPage = heading.tagName === "H1";
    var button = document.createElement("button");
    button.type = "button";
    button.className = "guide-copy" + (isPage ? " guide-copy--page" : "");
    button.append(makeIcon());
    if (isPage) button.append(words.page);
    else {
      var isQuestion = Object.prototype.hasOwnProperty.call(questions, heading.id);
      var name = (isQuestion ? words.question : words.section).replace("{}", heading.textContent.trim());
      button.setAttribute("aria-label", name);
      button.title = words.short;
    }
    button.addEventListener("click", function () {
      copy(addressOf(heading), button);
    });
    heading.after(button);
  });
})();
