/* The group's picture (scripts/guide/pages/group_picture.py writes the form, with all words in data-guide-group): codes of
   self-assessments become one picture. They stay on the page; nothing is sent or kept. */
import { codeLength, decode, lettersOf } from "./assessment/code.js";
import { make, makeButton } from "./dom.js";
import { the } from "./finding.js";
import { cameraPart } from "./group/camera.js";
import { readCodes, tellsOfFew } from "./group/codes.js";
import { groupParts } from "./group/result.js";
import { makeHeading, printButton, said } from "./tool.js";

/** @typedef {import("./group/codes.js").Codes} Codes */
/** @typedef {{ version: number, fewest: number, better: number, known: number, language: number,
 *   parts: import("./group/result.js").NamedPart[], words: Record<string, string> }} GivenGroup */

/** Where the script that reads QR codes stands. */
const readerAddress = document.currentScript?.dataset.reader ?? "";
/** Faults by which a code is left out; of the others each person still counts once. */
const LEFT_OUT = ["wrong", "old", "both"];

/** @param {HTMLElement} tool */
function startGroup(tool) {
  /** @type {GivenGroup} */
  const given = JSON.parse(tool.dataset.guideGroup ?? "");
  const { words, parts, version, fewest, better } = given;
  const page = { ...given, language: document.documentElement.lang };
  const asked = { version, count: parts.reduce((sum, part) => sum + part.statements.length, 0) };
  const form = the(tool, "form", HTMLFormElement);
  const result = make("section", "guide-tool__result");
  const heading = makeHeading();
  const status = make("p", "guide-tool__status");
  /** Of which codes the last picture was made. @type {{ first: string[], second: string[] }} */
  let shown = { first: [], second: [] };

  /** @param {string} name */
  const textIn = (name) => the(form, `[name="${name}"]`, HTMLTextAreaElement).value;

  function read() {
    const first = readCodes(textIn("first"), asked);
    return { first, second: readCodes(textIn("second"), asked, first) };
  }

  function count() {
    const { first, second } = read();
    const more = first.answers.length < better ? ` ${said(words["few-yet"], fewest, better)}` : "";
    const later = second.answers.length ? ` ${said(words["count-second"], second.answers.length)}` : "";
    status.textContent = said(words["count-codes"], first.answers.length) + more + later;
  }

  /** Puts a code that the camera read into a field, and says what to tell. @param {"first" | "second"} name
   * @param {string} text */
  function take(name, text) {
    const found = decode(text, asked);
    if (typeof found === "string") return words[`scan-${found}`];
    const field = the(form, `[name="${name}"]`, HTMLTextAreaElement);
    if (read()[name].keys.includes(lettersOf(text))) return words["scan-again"];
    field.value = `${field.value.trimEnd()}\n${text}`.trimStart();
    count();
    return said(words["scan-read"], read()[name].answers.length);
  }

  /** @param {Codes} codes @param {string} label */
  const faultsOf = ({ faults }, label) =>
    faults.map(({ line, text, fault, other }) =>
      make("li", "", said(words[fault], label, line, text, fault === "wrong" ? codeLength(asked.count) : other)),
    );

  /** @param {string} title @param {(Node | string)[]} content */
  function tell(title, ...content) {
    heading.textContent = title;
    result.replaceChildren(heading, ...content);
    result.hidden = false;
    heading.focus();
  }

  /** @param {boolean} isAccepted Whether codes that cannot be read are to be left out */
  function show(isAccepted) {
    const { first, second } = read();
    const list = make("ul");
    // Of which measurement a line is, is a question only where there are two.
    const label = textIn("second").trim() ? words.first : words.codes;
    list.append(...faultsOf(first, label), ...faultsOf(second, words.second));
    const faults = list.childElementCount ? [list] : [];
    const isFaulty = [...first.faults, ...second.faults].some(({ fault }) => LEFT_OUT.includes(fault));
    const enough = first.answers.length >= fewest;
    if (!enough) tell(words.few, make("p", "", said(words["few-says"], first.answers.length, fewest)), ...faults);
    else if (isFaulty && !isAccepted) {
      const anyway = makeButton("guide-tool__button", words.anyway, () => show(true));
      tell(words.mend, list, make("p", "", words["mend-says"]), anyway);
    } else if (
      tellsOfFew(shown.first, first.keys, fewest) ||
      (second.answers.length >= fewest && tellsOfFew(shown.second, second.keys, fewest))
    ) {
      tell(words.held, make("p", "", said(words["held-says"], fewest)), ...faults);
    } else picture(first, second, isAccepted ? [] : faults);
  }

  /** @param {Codes} first @param {Codes} second @param {Node[]} faults */
  function picture(first, second, faults) {
    const later = second.answers.length >= fewest ? second.answers : null;
    const title = said(words.result, first.answers.length);
    const isMany = Math.min(first.answers.length, later?.length ?? better) >= better;
    const isMixed = [...first.answers, ...second.answers].some(({ language }) => language !== given.language);
    const notes = [
      isMany ? "" : said(words.close, better),
      isMixed ? words.languages : "",
      !later && second.answers.length ? said(words["second-few"], second.answers.length, fewest) : "",
    ];
    shown = { first: first.keys, second: later ? second.keys : [] };
    tell(
      title,
      ...faults,
      ...notes.filter(Boolean).map((text) => make("p", "", text)),
      ...groupParts(first.answers, later, title, page),
      ...(!isMany ? [] : [printButton(words.print, "result")]),
    );
  }

  function clear() {
    form.reset();
    shown = { first: [], second: [] };
    result.hidden = true;
    count();
    the(form, "textarea", HTMLTextAreaElement).focus();
  }

  const buttons = make("div", "guide-tool__buttons");
  const submit = make("button", "guide-tool__button", words.show);
  submit.type = "submit";
  buttons.append(submit, makeButton("guide-tool__button", words.again, clear));
  heading.tabIndex = -1;
  result.hidden = true;
  status.setAttribute("role", "status");
  for (const name of /** @type {const} */ (["first", "second"])) {
    const label = the(form, `[name="${name}"]`, HTMLTextAreaElement).closest("label");
    label?.after(cameraPart(readerAddress, words, (text) => take(name, text)));
  }
  form.append(status, buttons, make("p", "", words.private));
  form.after(result);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(false);
  });
  form.addEventListener("input", count);
  // A browser that comes back to the page may fill the fields in again.
  count();
}

/** @type {NodeListOf<HTMLElement>} */
const groups = document.querySelectorAll("[data-guide-group]");
for (const each of groups) startGroup(each);
