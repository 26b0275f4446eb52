/* The group's picture (scripts/guide/pages/group_picture.py writes the form, with all words in data-guide-group): codes
   of self-assessments, pasted one a line, become one picture. They stay on the page; nothing is sent or kept. */
import { written } from "./assessment/profile.js";
import { make, makeButton } from "./dom.js";
import { the } from "./finding.js";
import { drawGroup } from "./group/figure.js";
import { compare, pictureOf, readCodes } from "./group/picture.js";
import { printButton, said, toolTable } from "./tool.js";

/** @typedef {import("./group/picture.js").DimensionPicture} Picture */
/** @typedef {{ version: number, fewest: number, names: string[], words: Record<string, string> }} GivenGroup */

/** @param {HTMLElement} tool */
function startGroup(tool) {
  /** @type {GivenGroup} */
  const given = JSON.parse(tool.dataset.guideGroup ?? "");
  const { words, names, version, fewest } = given;
  const language = document.documentElement.lang;
  const form = the(tool, "form", HTMLFormElement);
  const result = make("section", "guide-tool__result");
  const heading = make("h3");

  /** @param {string} field */
  const read = (field) => readCodes(the(form, `[name="${field}"]`, HTMLTextAreaElement).value, version);

  /** @param {string} field @param {string} label */
  function faultsOf(field, label) {
    const { faults } = read(field);
    const list = make("ul");
    list.append(...faults.map(({ line, text, fault }) => make("li", "", said(words[fault], label, line, text))));
    return faults.length ? [list] : [];
  }

  /** @param {number} value */
  const figure = (value) => written(value, language);

  /** @param {Picture[]} pictures @param {string} label */
  function spreadTable(pictures, label) {
    const rows = pictures.map(({ all }, at) =>
      all
        ? [names[at], figure(all.mean), `${figure(all.lowest)}–${figure(all.highest)}`, String(all.count)]
        : [names[at], words["too-few"], "–", "–"],
    );
    return toolTable(label, [words.dimension, words.mean, words.spread, words.count], rows);
  }

  /** @param {Picture[]} pictures */
  function apart(pictures) {
    const rows = pictures.flatMap(({ managers, staff }, at) =>
      managers && staff
        ? [[names[at], figure(managers.mean), figure(staff.mean), figure(Math.abs(managers.mean - staff.mean))]]
        : [],
    );
    const shown = [make("h3", "", words["apart-heading"])];
    if (!rows.length) return [...shown, make("p", "", said(words["apart-few"], fewest, fewest))];
    const columns = [words.dimension, words.managers, words.staff, words.difference];
    return [...shown, make("p", "", words["apart-says"]), toolTable(words["apart-heading"], columns, rows)];
  }

  /** @param {Picture[]} first @param {Picture[]} second */
  function beside(first, second) {
    const rows = first.map(({ all }, at) => {
      const later = second[at].all;
      if (!all || !later) return [names[at], "–", "–", words["too-few"]];
      return [names[at], figure(all.mean), figure(later.mean), words[compare(all, later)]];
    });
    const columns = [words.dimension, words.first, words.second, words.reading];
    return [
      make("h3", "", words["second-heading"]),
      make("p", "", words["second-says"]),
      toolTable(words["second-heading"], columns, rows),
    ];
  }

  function show() {
    const first = read("first");
    const second = read("second");
    const faults = [...faultsOf("first", words.first), ...faultsOf("second", words.second)];
    if (first.answers.length < fewest) {
      heading.textContent = words.few;
      result.replaceChildren(heading, make("p", "", said(words["few-says"], first.answers.length, fewest)), ...faults);
    } else {
      const pictures = pictureOf(first.answers, names.length, fewest);
      const later = pictureOf(second.answers, names.length, fewest);
      const hasSecond = second.answers.length >= fewest;
      const rows = names.map((name, at) => ({
        name,
        spreads: hasSecond ? [pictures[at].all, later[at].all] : [pictures[at].all],
      }));
      heading.textContent = said(words.result, first.answers.length);
      result.replaceChildren(
        heading,
        ...faults,
        drawGroup(rows, heading.textContent, words["too-few"]),
        make("p", "", words.caption),
        spreadTable(pictures, heading.textContent),
        ...apart(pictures),
        ...(hasSecond ? beside(pictures, later) : []),
        ...(!hasSecond && second.answers.length
          ? [make("p", "", said(words["second-few"], second.answers.length, fewest))]
          : []),
        make("p", "", words["small-groups"]),
        printButton(words.print, "result"),
      );
    }
    result.hidden = false;
    heading.focus();
  }

  const buttons = make("div", "guide-tool__buttons");
  const submit = make("button", "guide-tool__button", words.show);
  submit.type = "submit";
  buttons.append(
    submit,
    makeButton("guide-tool__button", words.again, () => {
      form.reset();
      result.hidden = true;
      the(form, "textarea", HTMLTextAreaElement).focus();
    }),
  );
  heading.tabIndex = -1;
  result.hidden = true;
  form.append(buttons, make("p", "", words.private));
  form.after(result);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
}

/** @type {NodeListOf<HTMLElement>} */
const groups = document.querySelectorAll("[data-guide-group]");
for (const each of groups) startGroup(each);
