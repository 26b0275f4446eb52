/* What several tools share: buttons that print one part of a page, and a text that can be copied. */
import { make, makeButton } from "./dom.js";

/** Prints one part of the tool without the rest of the page: the rules for it stand in tools.css.
 * @param {string} text @param {"form" | "result"} part */
export function printButton(text, part) {
  return makeButton("guide-tool__button", text, () => {
    const name = `guide-prints-${part}`;
    document.documentElement.classList.add(name);
    window.addEventListener("afterprint", () => document.documentElement.classList.remove(name), { once: true });
    window.print();
  });
}

/** A button that copies a text, and says so; where the browser does not let it, the text is marked to copy by hand.
 * @param {HTMLElement} shown What holds the text @param {{ copy: string, copied: string, "by-hand": string }} words */
export function copyButton(shown, words) {
  const status = make("span", "guide-tool__status");
  status.setAttribute("role", "status");
  const button = makeButton("guide-tool__button", words.copy, async () => {
    try {
      await navigator.clipboard.writeText(shown.textContent ?? "");
      status.textContent = words.copied;
    } catch {
      window.getSelection()?.selectAllChildren(shown);
      status.textContent = words["by-hand"];
    }
  });
  const box = make("p", "guide-tool__buttons");
  box.append(button, status);
  return box;
}
