/* The self-assessment (scripts/guide/pages/assessment.py writes the form, with all words in data-guide-assessment): what
   the reader has chosen becomes a profile. Nothing is sent, and nothing kept unless the reader asks for it. */
import { asText, fromText } from "./assessment/answers.js";
import { encode, lettersOf, TAGS } from "./assessment/code.js";
import { answered, profileOf } from "./assessment/profile.js";
import { qrPart } from "./assessment/qr.js";
import { resultParts } from "./assessment/result.js";
import { make, makeButton, makeLink } from "./dom.js";
import { the } from "./finding.js";
import { root } from "./site.js";
import { discard, store, stored } from "./storing.js";
import { copyButton, isSure, makeHeading, printButton } from "./tool.js";

/** @typedef {import("./assessment/profile.js").Part} GivenPart */
/** @typedef {{ version: number, fewest: number, language: number, plan: string, dimensions: GivenPart[],
 *   words: Record<string, string> }} Given Where the action plan is: "" where there is none */

/** Where the script that makes QR codes stands. */
const qrAddress = document.currentScript?.dataset.qr ?? "";
const KEPT_UNDER = "guide-assessment";
const CODE_AT = "your-code";
/** How long to wait after a letter before notes are kept. */
const REST = 300;

/** @param {HTMLElement} tool */
function startAssessment(tool) {
  /** @type {Given} */
  const given = JSON.parse(tool.dataset.guideAssessment ?? "");
  const { words, dimensions, version, fewest } = given;
  const form = the(tool, "form", HTMLFormElement);
  const statements = dimensions.flatMap((part) => part.statements);
  const language = document.documentElement.lang;
  const advice = new Map(
    [...tool.querySelectorAll("[data-dimension]")].map((part) => [part.getAttribute("data-dimension") ?? "", part]),
  );
  the(tool, ".guide-assessment__advice", HTMLElement).hidden = true;

  /** The same for as long as the page is open, so that one who shows the profile twice is not counted twice. */
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  const tag = random % TAGS;

  const keepBox = make("input");
  const keepStatus = make("p", "guide-tool__status");
  const progress = make("p", "guide-tool__status");
  const result = make("section", "guide-tool__result");
  const heading = makeHeading(words.result);

  // What has been filled in

  /** @returns {import("./assessment/answers.js").Filled} */
  function filled() {
    const data = new FormData(form);
    const value = (/** @type {string} */ name) => String(data.get(name) ?? "");
    const chosen = statements.filter((id) => data.has(id)).map((id) => [id, Number(value(id))]);
    const notes = dimensions.map(({ id }) => [id, value(`note-${id}`)]).filter(([, note]) => note);
    return {
      answers: Object.fromEntries(chosen),
      notes: Object.fromEntries(notes),
      role: value("role"),
      sector: value("sector"),
    };
  }

  /** @param {import("./assessment/answers.js").Filled} former */
  function fill(former) {
    for (const [id, answer] of Object.entries(former.answers)) {
      const radio = form.querySelector(`input[name="${id}"][value="${answer}"]`);
      if (radio instanceof HTMLInputElement) radio.checked = true;
    }
    for (const { id } of dimensions)
      the(form, `[name="note-${id}"]`, HTMLTextAreaElement).value = former.notes[id] ?? "";
    for (const name of /** @type {const} */ (["role", "sector"])) {
      const field = the(form, `[name="${name}"]`, HTMLSelectElement);
      if ([...field.options].some((option) => option.value === former[name])) field.value = former[name];
    }
  }

  /** Each statement in the words for who answers, and where. */
  function word() {
    const { role, sector } = filled();
    /** @type {NodeListOf<HTMLElement>} */
    const worded = form.querySelectorAll("[data-wordings]");
    for (const text of worded) {
      text.dataset.common ??= text.textContent ?? "";
      const wordings = JSON.parse(text.dataset.wordings ?? "{}");
      text.textContent = wordings[role] ?? wordings[sector] ?? text.dataset.common;
    }
  }

  /** @param {string} id */
  const textOf = (id) => document.querySelector(`#statement-${id} span`)?.textContent ?? "";

  // What is kept

  function keepAnswers() {
    if (!keepBox.checked) return;
    const outcome = store(root, KEPT_UNDER, asText(filled(), version));
    keepStatus.textContent = words[outcome];
    if (outcome !== "kept") keepBox.checked = false;
  }

  function bringBack() {
    const text = stored(root, KEPT_UNDER);
    if (text === null) return;
    const former = fromText(text, version, statements);
    if (former) fill(former);
    keepBox.checked = former !== null;
    keepStatus.textContent = former ? words.restored : words.damaged;
    if (!former) discard(root, KEPT_UNDER);
  }

  // What is shown

  function count() {
    const numbers = [answered(filled().answers), statements.length];
    progress.textContent = numbers.reduce((text, number) => text.replace("{}", String(number)), words.progress);
  }

  function show() {
    const profile = profileOf(dimensions, filled().answers, fewest);
    heading.textContent = profile.verdict === "few" ? words.few : words.result;
    result.replaceChildren(heading, ...resultParts(profile, words, { language, advice, textOf }));
    if (given.plan && profile.verdict === "ready" && profile.low.length) {
      const taken = make("p", "guide-tool__screen");
      taken.append(makeLink(`${given.plan}#from=${profile.low.join(",")}`, words["to-plan"]));
      result.append(taken);
    }
    if (profile.verdict !== "few") {
      // Below a long profile: whoever came for the code alone is led there.
      const toCode = make("p", "guide-tool__screen");
      toCode.append(makeLink(`#${CODE_AT}`, words["to-code"]));
      heading.after(toCode);
      result.append(codePart());
    }
    if (profile.verdict === "ready") result.append(printButton(words["print-result"], "result"));
    result.hidden = false;
    heading.focus();
  }

  /** The code by which a group puts its answers together; on paper it would tell whoever finds it. */
  function codePart() {
    const { answers, role } = filled();
    const inOrder = statements.map((id) => answers[id] ?? 0);
    const coded = { language: given.language, isManager: role === "manager", answers: inOrder, tag };
    const code = make("strong", "guide-tool__code", encode(coded, version));
    const line = make("p", "", `${words.code} `);
    line.append(code);
    const says = { copy: words.copy, copied: words.copied, "by-hand": words["by-hand"] };
    const box = make("div", "guide-tool__screen");
    box.id = CODE_AT;
    box.append(
      makeHeading(words["code-heading"]),
      make("p", "", words["code-says"]),
      line,
      copyButton(code, says),
      // Without the dashes it fits in the smallest QR code, whose cells are the largest.
      qrPart(lettersOf(code.textContent ?? ""), qrAddress, words),
    );
    return box;
  }

  function startOver() {
    if (!isSure(words.sure)) return;
    form.reset();
    discard(root, KEPT_UNDER);
    keepBox.checked = false;
    keepStatus.textContent = words.gone;
    result.hidden = true;
    word();
    count();
    form.scrollIntoView();
    the(form, "select", HTMLSelectElement).focus({ preventScroll: true });
  }

  const buttons = make("div", "guide-tool__buttons");
  const showButton = make("button", "guide-tool__button", words.show);
  const keepLabel = make("label", "guide-tool__keep");
  showButton.type = "submit";
  buttons.append(
    showButton,
    printButton(words["print-form"], "form"),
    makeButton("guide-tool__button", words.again, startOver),
  );
  keepBox.type = "checkbox";
  keepLabel.append(keepBox, ` ${words.keep}`);
  progress.setAttribute("role", "status");
  keepStatus.setAttribute("role", "status");
  heading.tabIndex = -1;
  result.hidden = true;
  form.append(progress, buttons, keepLabel, make("p", "", words.private), keepStatus);
  form.after(result);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  let waiting = 0;
  form.addEventListener("input", (event) => {
    if (event.target === keepBox) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(keepAnswers, REST);
  });
  form.addEventListener("change", (event) => {
    if (event.target === keepBox && !keepBox.checked) {
      discard(root, KEPT_UNDER);
      keepStatus.textContent = words.gone;
    } else keepAnswers();
    word();
    count();
  });
  bringBack();
  word();
  count();
}

/** @type {NodeListOf<HTMLElement>} */
const assessments = document.querySelectorAll("[data-guide-assessment]");
for (const each of assessments) startAssessment(each);
