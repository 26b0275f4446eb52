/* How far a learner has come in a package: marked steps and answered questions, the text that a platform keeps of it,
   and what is reported. The sessions with platforms are in scorm.js and cmi5.js. */

/** What the learner has done so far. */
export class Standing {
  /** @type {boolean[]} */ marks;
  /** The option chosen for each question, or null. @type {(number | null)[]} */ answers;
  #right;

  /** @param {number} steps @param {readonly number[]} right The right option of each question */
  constructor(steps, right) {
    this.marks = Array(steps).fill(false);
    this.answers = Array(right.length).fill(null);
    this.#right = right;
  }

  get rightAnswers() {
    return this.answers.filter((given, number) => given === this.#right[number]).length;
  }

  get givenAnswers() {
    return this.answers.filter((given) => given !== null).length;
  }

  /** "101|0-2": a mark for each step, then a digit for each question, "-" where there is none. */
  get text() {
    return `${this.marks.map(Number).join("")}|${this.answers.map((given) => given ?? "-").join("")}`;
  }

  /** A text that an earlier version kept may be shorter, or lack answers: what it says still counts. */
  set text(kept) {
    const [marks = "", answers = ""] = kept.split("|");
    this.marks = this.marks.map((_, number) => marks[number] === "1");
    this.answers = this.answers.map((_, number) => (/\d/.test(answers[number] ?? "") ? Number(answers[number]) : null));
  }
}

/** Every step is marked and every question answered, rightly or not. @param {Standing} standing */
export function isDone(standing) {
  return standing.marks.every(Boolean) && standing.givenAnswers === standing.answers.length;
}

/** The share of right answers from 0 to 1, or null while there is nothing to tell; a path without questions is all
 * right once it is done. @param {Standing} standing */
export function resultOf(standing) {
  if (!standing.answers.length) return isDone(standing) ? 1 : null;
  return standing.givenAnswers ? standing.rightAnswers / standing.answers.length : null;
}

/** A share with four decimals, which platforms have room for. @param {number} share */
export const rounded = (share) => Math.round(share * 10_000) / 10_000;

/** @param {number} share */
export const percentOf = (share) => Math.round(share * 10_000) / 100;

/** @param {string} text @param {number[]} values */
function filled(text, values) {
  return values.reduce((said, value) => said.replace("{}", String(value)), text);
}

/** What the page says of the learner's way.
 * @param {Standing} standing @param {boolean} isKept
 * @param {{ progress: string, answered: string, allDone: string, noPlatform: string }} words */
export function progressOf(standing, isKept, { progress, answered, allDone, noPlatform }) {
  const { marks, answers, givenAnswers, rightAnswers } = standing;
  return [
    filled(progress, [marks.filter(Boolean).length, marks.length]),
    answers.length && filled(answered, [givenAnswers, answers.length, rightAnswers]),
    isDone(standing) && allDone,
    !isKept && noPlatform,
  ]
    .filter(Boolean)
    .join(" ");
}
