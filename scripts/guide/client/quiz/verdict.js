/* Judging an answer to a question of a quiz. The form is made in quiz.js. */

/** What is said of an answer, as the key of its words.
 * @param {string | undefined} chosen Number of the option @param {string | undefined} correct
 * @returns {"choose" | "right" | "wrong"} */
export function verdictOn(chosen, correct) {
  if (chosen === undefined) return "choose";
  return chosen === correct ? "right" : "wrong";
}

/** An option with its letter. @param {number} number @param {string} text */
export const lettered = (number, text) => `${"ABCDEFGHIJ"[number]}. ${text}`;
