/* Copying a text to the clipboard, also where the page is not served by https. Whether it went well is told by who asks. */
import { make } from "./dom.js";

/** For pages where there is no navigator.clipboard. @param {string} text @param {HTMLElement} button */
function copyBySelecting(text, button) {
  const field = make("textarea", "guide-copied__source");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  document.body.append(field);
  field.select();
  let isDone = false;
  try {
    isDone = document.execCommand("copy");
  } catch {
    // The same as false.
  }
  field.remove();
  button.focus({ preventScroll: true });
  return isDone;
}

/** Whether the browser lets a script copy the text.
 * @param {string} text @param {HTMLElement} button The one that asked, which keeps the focus */
export async function copy(text, button) {
  if (!navigator.clipboard) return copyBySelecting(text, button);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text, button);
  }
}
