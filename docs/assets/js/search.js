/* The search dialog: opening it, loading the engine and the index when they are first needed, and
   showing what the engine finds. Ranking is the engine's (search-engine.js). */
(function () {
  "use strict";

  var dialog = document.getElementById("guide-search");
  if (!dialog || typeof dialog.showModal !== "function") return;

  var TEXTS = {
    sv: {
      one: "1 träff",
      many: "{} träffar",
      none: "Inga träffar på ”{}”.",
      loading: "Hämtar sökningen …",
      failed: "Sökningen kunde inte hämtas. Här finns frågorna:",
      faq: "Frågor och svar",
      near: "Menade du",
      themes: "Frågor efter tema",
      advice: "Skriv som du skulle fråga en kollega, eller pröva ett annat ord för samma sak. ",
      ask: "Saknar du ett svar? Skriv till oss",
      more: "Visa fler träffar",
      other: { en: "Sök på engelska också" },
      inOther: { en: ["1 träff på engelska", "{} träffar på engelska", "Inga träffar på engelska"] },
    },
    en: {
      one: "1 hit",
      many: "{} hits",
      none: "No hits for “{}”.",
      loading: "Loading the search …",
      failed: "The search could not be loaded. Here are the questions:",
      faq: "Questions and answers",
      near: "Did you mean",
      themes: "Questions by theme",
      advice: "Write as you would ask a colleague, or try another word for the same thing. ",
      ask: "Is an answer missing? Write to us",
      more: "Show more hits",
      other: { sv: "Search in Swedish too" },
      inOther: { sv: ["1 hit in Swedish", "{} hits in Swedish", "No hits in Swedish"] },
    },
  };

  var AT_FIRST = 10;
  var STEP = 20;
  var OTHER_AT_MOST = 5;
  var SPEAK_AFTER = 600;

  var given = dialog.dataset;
  var texts = TEXTS[given.language] || TEXTS.en;
  var field = dialog.querySelector(".guide-search__query");
  var spoken = dialog.querySelector(".guide-search__spoken");
  var count = dialog.querySelector(".guide-search__count");
  var wordsBox = dialog.querySelector(".guide-search__words");
  var list = dialog.querySelector(".guide-search__hits");
  var more = dialog.querySelector(".guide-search__more");
  var results = dialog.querySelector(".guide-search__results");

  var engines = {}; // language → engine, once its index is there
  var shown = AT_FIRST;
  var searchesOther = false;
  var active = -1;
  var speaking = 0;

  /* Loading ------------------------------------------------------------------------------------- */

  var waiting = {};
  var scripts = {};

  window.guideSearchIndex = function (data) {
    waiting[data.language] = data;
  };

  /* A script and not fetch: a page that is opened from a folder may load scripts from it. */
  function load(address) {
    if (!scripts[address]) {
      scripts[address] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = function () {
          delete scripts[address];
          reject(new Error(address));
        };
        document.head.append(script);
      });
    }
    return scripts[address];
  }

  window.guideSearchTexts = function (data) {
    engines[data.language].addTexts(data);
    dialog.dataset.whole = (dialog.dataset.whole || "") + " " + data.language;
    if (dialog.open) showAgain();
  };

  function engineFor(language, index, texts) {
    return Promise.all([load(given.engine), load(index)]).then(function () {
      if (engines[language]) return;
      engines[language] = window.guideSearchEngine.open(waiting[language]);
      delete waiting[language];
      /* How sections begin is no part of the ranking: it comes when the first hits stand on the screen. */
      setTimeout(function () {
        load(texts).catch(function () {});
      });
    });
  }

  function prepare() {
    return engineFor(given.language, given.index, given.texts);
  }

  /* Opening and closing ------------------------------------------------------------------------- */

  function open(query) {
    if (!dialog.open) dialog.showModal();
    if (query !== undefined) field.value = query;
    field.focus();
    field.select();
    if (!engines[given.language]) {
      count.textContent = texts.loading;
      prepare().then(update, failed);
    } else {
      update();
    }
  }

  function failed() {
    count.textContent = texts.failed + " ";
    count.append(link(given.faq, texts.faq));
  }

  dialog.addEventListener("close", function () {
    remember("");
  });

  /* A click beside the dialog's content is one on the dialog itself: its backdrop. */
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog || event.target.closest("[data-guide-search-close]")) dialog.close();
    else if (event.target.closest("a[href]") && !(event.ctrlKey || event.metaKey || event.shiftKey)) leave(event);
  });

  /* A hit on this very page: the dialog goes away first, so that the heading gets the reader. A hit on
     another page keeps ?q= in the history, so that Back returns to the results. */
  function leave(event) {
    var target = event.target.closest("a[href]");
    if (target.href.split("#")[0] === location.href.split("#")[0].split("?")[0]) dialog.close();
  }

  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    var control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (slash || control) {
      event.preventDefault();
      open();
    }
  });

  document.querySelectorAll("[data-guide-search-open]").forEach(function (button) {
    button.addEventListener("click", function () {
      open();
    });
  });

  document.querySelectorAll("form[data-guide-search]").forEach(function (form) {
    var input = form.querySelector("input[name=q]");
    input.addEventListener("focus", function () {
      prepare().catch(function () {});
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      open(input.value);
    });
  });

  dialog.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
  });

  /* ?q= in the address, so that a search can be linked; the browser refuses it for some local files. */
  function remember(query) {
    var address = new URL(location.href);
    if ((address.searchParams.get("q") || "") === query) return;
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch (refused) {
      /* The search works without. */
    }
  }

  /* With fewer letters typed than this, having found nothing says nothing yet. */
  var LEAST_LETTERS = 3;

  /* Showing ---------------------------------------------------------------------------------------- */

  function update() {
    var engine = engines[given.language];
    if (!engine) return;
    var query = field.value.trim();
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.textContent = "";
    more.textContent = "";
    if (query) showHits(engine, query);
    else showStart(engine);
    list.hidden = !list.firstChild;
    field.setAttribute("aria-expanded", String(!list.hidden));
    list.dataset.query = field.value;
    remember(query);
  }

  /* The same hits once more, with what has come since; the chosen one stays chosen. */
  function showAgain() {
    var chosen = active;
    update();
    if (chosen >= 0) activate(chosen);
  }

  function showStart(engine) {
    count.textContent = "";
    wordsBox.hidden = true;
    say("");
    more.append(themes(engine));
  }

  function showHits(engine, query) {
    var hits = engine.search(field.value);
    if (!hits.length && query.length < LEAST_LETTERS) {
      showStart(engine);
      return;
    }
    var marked = engine.marks(query);
    hits.slice(0, shown).forEach(function (hit) {
      list.append(option(hit.unit, marked));
    });
    count.textContent = hits.length ? counted(hits.length, texts.one, texts.many) : texts.none.replace("{}", query);
    showWords(engine.suggest(field.value, 4));
    if (!hits.length) more.append(nothing(engine, query));
    if (hits.length > shown) more.append(button(texts.more, showMore, "guide-search__further"));
    var found = showOther(query);
    say([count.textContent, found].filter(Boolean).join(" "));
  }

  function counted(number, one, many) {
    return number === 1 ? one : many.replace("{}", String(number));
  }

  function showMore() {
    var before = shown;
    shown += STEP;
    update();
    activate(before);
    field.focus();
  }

  /* One hit: a link that is an option of the list, read as title, text and place. */
  function option(unit, marked, language) {
    var hit = document.createElement("a");
    hit.className = "guide-search__hit guide-search__hit--" + unit.kind;
    hit.id = "guide-search-hit-" + dialog.querySelectorAll("[role=option]").length;
    hit.setAttribute("role", "option");
    hit.setAttribute("aria-selected", "false");
    hit.tabIndex = -1;
    hit.href = addressOf(unit);
    if (language) hit.lang = language;
    hit.append(
      part("guide-search__title", unit.title, marked),
      part("guide-search__text", unit.text, marked),
      part("guide-search__place", unit.place.join(" › "))
    );
    return hit;
  }

  function addressOf(unit) {
    var base = given.base.replace(/\/?$/, "/");
    return base + unit.address + (unit.anchor ? "#" + unit.anchor : "");
  }

  function part(name, text, marked) {
    var box = document.createElement("span");
    box.className = name;
    if (marked) box.append.apply(box, withMarks(text, marked));
    else box.textContent = text;
    return box;
  }

  function withMarks(text, marked) {
    return text.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map(function (piece) {
      if (!marked(piece)) return piece;
      var mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
  }

  /* Words that the one being typed may become; choosing one completes the query. */
  function showWords(found) {
    var before = field.value.slice(0, field.value.search(/[\p{L}\p{N}]*$/u));
    wordsBox.textContent = "";
    found.forEach(function (word) {
      wordsBox.append(button(word, ask.bind(null, before + word), "guide-search__word"));
    });
    wordsBox.hidden = !found.length;
  }

  function ask(query) {
    field.value = query + " ";
    field.focus();
    shown = AT_FIRST;
    update();
  }

  function nothing(engine, query) {
    var box = document.createElement("div");
    var near = engine.near(query, 4);
    if (near.length) {
      var line = document.createElement("p");
      line.append(texts.near + ": ");
      near.forEach(function (word) {
        line.append(button(word, ask.bind(null, word), "guide-search__word"), " ");
      });
      box.append(line);
    }
    var advice = document.createElement("p");
    advice.append(texts.advice, link(given.report, texts.ask));
    box.append(advice, themes(engine));
    return box;
  }

  function themes(engine) {
    var box = document.createElement("nav");
    box.className = "guide-search__themes";
    box.setAttribute("aria-label", texts.themes);
    var title = document.createElement("h2");
    title.textContent = texts.themes;
    var items = document.createElement("ul");
    engine.themes.forEach(function (theme) {
      var item = document.createElement("li");
      item.append(link(given.faq + "#" + theme[1], theme[0]));
      items.append(item);
    });
    if (items.firstChild) box.append(title, items);
    return box;
  }

  function link(address, text) {
    var made = document.createElement("a");
    made.href = address;
    made.textContent = text;
    return made;
  }

  function button(text, act, name) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  /* The other language is searched when the reader asks for it, and then for the rest of the visit. */
  function showOther(query) {
    var language = given.otherLanguage;
    if (!language) return "";
    var engine = engines[language];
    if (!searchesOther || !engine) {
      more.append(button(texts.other[language], searchOther, "guide-search__other"));
      return "";
    }
    var hits = engine.search(query);
    var words = texts.inOther[language];
    var heading = hits.length ? counted(hits.length, words[0], words[1]) : words[2];
    var group = document.createElement("div");
    group.className = "guide-search__group";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", heading);
    var title = document.createElement("p");
    title.className = "guide-search__count";
    title.setAttribute("aria-hidden", "true");
    title.textContent = heading;
    if (!hits.length) {
      more.append(title);
      return heading;
    }
    group.append(title);
    list.append(group);
    hits.slice(0, OTHER_AT_MOST).forEach(function (hit) {
      group.append(option(hit.unit, engine.marks(query), language));
    });
    return heading;
  }

  function searchOther() {
    searchesOther = true;
    engineFor(given.otherLanguage, given.otherIndex, given.otherTexts).then(function () {
      update();
      field.focus();
      var group = list.querySelector(".guide-search__group");
      if (group) group.scrollIntoView({ block: "nearest" });
    }, failed);
  }

  /* The count is spoken when the reader pauses, not at every key. */
  function say(text) {
    clearTimeout(speaking);
    speaking = setTimeout(function () {
      spoken.textContent = text;
    }, SPEAK_AFTER);
  }

  /* Typing and arrows --------------------------------------------------------------------------------- */

  function options() {
    return Array.from(list.querySelectorAll("[role=option]"));
  }

  function activate(number) {
    var all = options();
    if (!all.length) return;
    if (all[active]) all[active].setAttribute("aria-selected", "false");
    active = (number + all.length) % all.length;
    all[active].setAttribute("aria-selected", "true");
    all[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", all[active].id);
  }

  field.addEventListener("input", function () {
    shown = AT_FIRST;
    results.scrollTop = 0;
    update();
  });

  field.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (active < 0) activate(event.key === "ArrowDown" ? 0 : -1);
      else activate(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      /* Enter chooses the first hit, and opens the one that is chosen. */
      event.preventDefault();
      if (active < 0) activate(0);
      else options()[active].click();
    } else if (event.key === "Escape") {
      /* Escape closes at once: by itself, a search field would first empty itself. */
      event.preventDefault();
      dialog.close();
    }
  });

  var asked = new URLSearchParams(location.search).get("q");
  if (asked && asked.trim()) open(asked.trim());
})();
