/* The page of a learning package: finished steps are marked, questions answered, and a platform keeps account. Which
   kind of platform stands in data-platform of the page's root; the sessions with each are in course/. Without a
   platform the page works all the same, and nothing is stored. The words stand in the attributes of #status. */
import { the } from "./dom.js";
import { Cmi5Session, launchIn } from "./course/cmi5.js";
import { isDone, progressOf, resultOf, Standing } from "./course/progress.js";
import { adapterIn, DIALECTS, ScormSession } from "./course/scorm.js";

const started = Date.now();
const said = the(document, "#status", HTMLElement);
const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(".mark input")]);
const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.question")]);
const rightOnes = forms.map((form) => Number(form.dataset.correct));
const standing = new Standing(boxes.length, rightOnes);

function makeSession() {
  const kind = document.documentElement.dataset.platform ?? "";
  if (kind === "cmi5") return new Cmi5Session(launchIn(location.search), fetch.bind(window));
  const dialect = kind === "scorm-2004" ? DIALECTS.newer : DIALECTS.older;
  return new ScormSession(adapterIn(window, dialect) ?? adapterIn(window.opener, dialect), dialect);
}
const session = makeSession();

function tell() {
  const { progress = "", answered = "", allDone = "", noPlatform = "" } = said.dataset;
  said.textContent = progressOf(standing, session.isOpen, { progress, answered, allDone, noPlatform });
}

function report() {
  session.report({ kept: standing.text, isDone: isDone(standing), result: resultOf(standing) });
  tell();
}

/** @param {number} number */
function showAnswer(number) {
  const form = /** @type {HTMLFormElement} */ (forms[number]);
  const given = standing.answers[number];
  for (const line of form.querySelectorAll("[data-verdict]")) {
    const verdict = given === rightOnes[number] ? "right" : "wrong";
    line.toggleAttribute("hidden", line.getAttribute("data-verdict") !== (given === null ? "none" : verdict));
  }
}

/** @param {SubmitEvent} event @param {number} number */
function answer(event, number) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (forms[number]);
  const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector("input:checked"));
  if (!chosen) return the(form, "input", HTMLInputElement).focus();
  standing.answers[number] = Number(chosen.value);
  showAnswer(number);
  report();
}

function restore() {
  for (const [number, box] of boxes.entries()) {
    box.checked = standing.marks[number] ?? false;
    box.disabled = false;
  }
  for (const [number, form] of forms.entries()) {
    const given = standing.answers[number] ?? null;
    const chosen = given === null ? null : form.querySelector(`input[value="${given}"]`);
    if (chosen instanceof HTMLInputElement) chosen.checked = true;
    showAnswer(number);
  }
}

async function start() {
  standing.text = await session.begin();
  restore();
  for (const [number, box] of boxes.entries()) {
    box.addEventListener("change", () => {
      standing.marks[number] = box.checked;
      report();
    });
  }
  for (const [number, form] of forms.entries()) form.addEventListener("submit", (event) => answer(event, number));
  // What is done may not have reached the platform the last time.
  if (isDone(standing)) report();
  else tell();
  window.addEventListener("pagehide", () => session.close(Date.now() - started));
}
void start();
