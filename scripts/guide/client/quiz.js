/* Quizzes that can be answered (scripts/guide/quizzes.py writes them, with all words in data-guide-quiz). Each question
   becomes a form with radio buttons; nothing is stored or sent. Without this script the answers stand in details. */
import { make } from "./dom.js";
import { the } from "./finding.js";
import { lettered, verdictOn } from "./quiz/verdict.js";

/** @param {string} text @param {string} name @param {number} number */
function makeOption(text, name, number) {
  const label = make("label", "guide-quiz__option");
  const radio = make("input");
  radio.type = "radio";
  radio.name = name;
  radio.value = String(number);
  label.append(radio, make("span", "", lettered(number, text)));
  return label;
}

/** The paragraph in details says which answer is right, and why, with a link to where one can read more.
 * @param {HTMLElement} answer @param {string} verdict @param {string} text */
function makeFeedback(answer, verdict, text) {
  const line = /** @type {HTMLElement} */ (answer.cloneNode(true));
  line.className = `guide-quiz__${verdict}`;
  line.prepend(make("strong", "", text), " ");
  return line;
}

/** @param {HTMLElement} question @param {Record<string, string>} words @param {string} name */
function makeAnswerable(question, words, name) {
  const form = make("form", "guide-quiz__form");
  const fieldset = make("fieldset");
  const legend = make("legend", "guide-quiz__ask");
  const status = make("div", "guide-quiz__feedback");
  const button = make("button", "guide-quiz__answer", words.answer);
  const answer = the(question, "details > p", HTMLElement);

  legend.append(...the(question, ".guide-quiz__ask", HTMLElement).childNodes);
  fieldset.append(legend);
  for (const [number, option] of question.querySelectorAll(".guide-quiz__options > li").entries()) {
    fieldset.append(makeOption(option.textContent ?? "", name, number));
  }
  status.setAttribute("role", "status");
  button.type = "submit";
  form.append(fieldset, button, status);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector("input:checked"));
    const verdict = verdictOn(chosen?.value, question.dataset.correct);
    if (verdict === "choose") {
      status.replaceChildren(make("p", "guide-quiz__wrong", words.choose));
      the(form, "input", HTMLInputElement).focus();
    } else status.replaceChildren(makeFeedback(answer, verdict, words[verdict]));
  });
  form.addEventListener("change", () => status.replaceChildren());
  question.replaceChildren(form);
}

/** @type {NodeListOf<HTMLElement>} */
const quizzes = document.querySelectorAll("[data-guide-quiz]");
for (const quiz of quizzes) {
  const words = JSON.parse(quiz.dataset.guideQuiz ?? "");
  /** @type {NodeListOf<HTMLElement>} */
  const questions = quiz.querySelectorAll(".guide-quiz__question");
  for (const [number, question] of questions.entries()) makeAnswerable(question, words, `guide-quiz-${number}`);
}
