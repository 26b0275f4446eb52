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

  /* The address says what is shown, so that a filtered view can be linked to. */
  var readAddress = function (selects) {
    var asked = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = asked.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
  };

  var writeAddress = function (selects) {
    var address = new URL(location.href);
    selects.forEach(function (select) {
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
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
    given.fields.forEach(function (field) {
      form.append(makeField(field, given.all, "guide-filter-" + number + "-" + field.key));
    });
    var selects = Array.from(form.querySelectorAll("select"));
    var foot = make("div", "guide-filter__foot");
    var count = make("p", "guide-filter__count");
    count.setAttribute("role", "status");
    var reset = make("button", "guide-filter__reset", given.reset);
    reset.type = "button";
    foot.append(count, reset);
    form.append(foot);

    var show = function () {
      var shown = rows.filter(function (row) {
        var fits = selects.every(function (select) {
          return !select.value || (row.getAttribute("data-" + select.name) || "").split(" ").includes(select.value);
        });
        row.hidden = !fits;
        return fits;
      });
      count.textContent = given.count.replace("{}", shown.length).replace("{}", rows.length);
      reset.disabled = selects.every(function (select) {
        return !select.value;
      });
    };

    form.addEventListener("change", function () {
      show();
      writeAddress(selects);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
    });
    reset.addEventListener("click", function () {
      selects.forEach(function (select) {
        select.value = "";
      });
      show();
      writeAddress(selects);
      selects[0].focus();
    });

    var box = table.closest(".table-box") || table;
    box.before(form);
    readAddress(selects);
    show();
  });
})();
