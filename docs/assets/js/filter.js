/* Tables that can be filtered. All words come from the table's data-guide-filter (scripts/guide/filtering.py);
   each row tells its values in data-<key>. Without this script the table is a plain table. */
(function () {
  "use strict";

  var make = function (tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  /* A label and a select with one option for each value, "all" first. */
  var makeField = function (field, all, id) {
    var box = make("div", "guide-filter__field");
    var label = make("label", "", field.label);
    var select = make("select", "guide-filter__select");
    select.id = id;
    select.name = field.key;
    label.htmlFor = id;
    select.add(new Option(all, ""));
    field.options.forEach(function (option) {
      select.add(new Option(option[1], option[0]));
    });
    box.append(label, select);
    return box;
  };

  /* A label and a field for words that a row must hold, all of them. */
  var makeWords = function (label, id) {
    var box = make("div", "guide-filter__field");
    var name = make("label", "", label);
    var input = make("input", "guide-filter__select");
    input.type = "search";
    input.id = id;
    input.name = "words";
    input.autocomplete = "off";
    name.htmlFor = id;
    box.append(name, input);
    return box;
  };

  var holds = function (row, words) {
    var text = row.textContent.toLocaleLowerCase();
    return words.every(function (word) {
      return text.includes(word);
    });
  };

  /* The address says what is shown, so that a filtered view can be linked to. */
  var readAddress = function (fields) {
    var asked = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      field.value = asked.get(field.name) || "";
      if (field.selectedIndex < 0) field.value = "";
    });
  };

  var writeAddress = function (fields) {
    var address = new URL(location.href);
    fields.forEach(function (field) {
      if (field.value) address.searchParams.set(field.name, field.value);
      else address.searchParams.delete(field.name);
    });
    try {
      history.replaceState(history.state, "", address);
    } catch (error) {
      /* Opened from a folder: some browsers let no page change its address there. */
    }
  };

  document.querySelectorAll("table[data-guide-filter]").forEach(function (table, number) {
    var given = JSON.parse(table.getAttribute("data-guide-filter"));
    var rows = Array.from(table.tBodies[0].rows);
    var form = make("form", "guide-filter");
    form.setAttribute("aria-label", given.name);
    if (given.text) form.append(makeWords(given.text, "guide-filter-" + number + "-words"));
    given.fields.forEach(function (field) {
      form.append(makeField(field, given.all, "guide-filter-" + number + "-" + field.key));
    });
    var selects = Array.from(form.querySelectorAll("select"));
    var input = form.querySelector("input");
    var fields = input ? [input].concat(selects) : selects;
    var foot = make("div", "guide-filter__foot");
    var count = make("p", "guide-filter__count");
    count.setAttribute("role", "status");
    var reset = make("button", "guide-filter__reset", given.reset);
    reset.type = "button";
    foot.append(count, reset);
    form.append(foot);

    var show = function () {
      var words = input ? input.value.toLocaleLowerCase().split(/\s+/) : [];
      var shown = rows.filter(function (row) {
        var fits = selects.every(function (select) {
          return !select.value || (row.getAttribute("data-" + select.name) || "").split(" ").includes(select.value);
        });
        fits = fits && holds(row, words);
        row.hidden = !fits;
        return fits;
      });
      count.textContent = given.count.replace("{}", shown.length).replace("{}", rows.length);
      reset.disabled = fields.every(function (field) {
        return !field.value;
      });
    };

    ["change", "input"].forEach(function (kind) {
      form.addEventListener(kind, function () {
        show();
        writeAddress(fields);
      });
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    reset.addEventListener("click", function () {
      fields.forEach(function (field) {
        field.value = "";
      });
      show();
      writeAddress(fields);
      fields[0].focus();
    });

    var box = table.closest(".table-box") || table;
    box.before(form);
    readAddress(fields);
    show();
  });
})();
