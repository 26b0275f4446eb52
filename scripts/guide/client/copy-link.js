/* A button at each heading that copies the heading's lasting address; which address that is, is worked out in
   copy-link/addresses.js. The buttons stand after the headings, not in them, so that a heading's name stays its text.
   All words come from the attributes of the script's element. */
import { LastingAddresses } from "./copy-link/addresses.js";
import { copy } from "./copying.js";
import { make, makeButton } from "./dom.js";

const SHOWN_FOR = 6000;
const ICON =
  "M3.9 12A3.1 3.1 0 0 1 7 8.9h4V7H7a5 5 0 0 0 0 10h4v-1.9H7A3.1 3.1 0 0 1 3.9 12M8 13h8v-2H8zm9-6h-4v1.9h4a3.1 3.1 " +
  "0 0 1 0 6.2h-4V17h4a5 5 0 0 0 0-10";

/** Tells what became of copying. It must be a live region before it changes, or screen readers pass it over. */
class Notice {
  #box = make("div", "guide-copied");
  #timer = 0;

  constructor() {
    this.#box.setAttribute("role", "status");
    document.body.append(this.#box);
  }

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#timer);
    this.#box.replaceChildren(make("p", "", text));
    this.#timer = window.setTimeout(() => this.#box.replaceChildren(), SHOWN_FOR);
  }

  /** Nothing could be copied by script: the address is shown, selected, to be copied by hand.
   * @param {string} text @param {string} address */
  offer(text, address) {
    clearTimeout(this.#timer);
    const field = make("input");
    field.readOnly = true;
    field.value = address;
    field.setAttribute("aria-label", text);
    this.#box.replaceChildren(make("p", "", text), field);
    field.select();
    field.addEventListener("blur", () => this.#box.replaceChildren());
  }
}

function makeIcon() {
  const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICON);
  icon.append(path);
  return icon;
}

/** @param {DOMStringMap} words */
export function addCopyButtons(words) {
  const link = document.querySelector("link[rel=canonical]");
  if (!(link instanceof HTMLLinkElement)) return;
  const { pattern = "", id = "", questions = "", copied = "", byHand = "" } = words;
  const { page = "", question = "", section = "", short = "" } = words;
  const addresses = new LastingAddresses(link.href, pattern, id, questions);
  const notice = new Notice();
  for (const heading of document.querySelectorAll(".md-main h1, .md-content h2[id], .md-content h3[id]")) {
    const isPage = heading.tagName === "H1";
    const address = isPage ? addresses.page : addresses.of(heading.id);
    const button = makeButton(isPage ? "guide-copy guide-copy--page" : "guide-copy", "", async () => {
      if (await copy(address, button)) notice.say(copied);
      else notice.offer(byHand, address);
    });
    button.append(makeIcon());
    if (isPage) button.append(page);
    else {
      const name = addresses.isQuestion(heading.id) ? question : section;
      button.setAttribute("aria-label", name.replace("{}", (heading.textContent ?? "").trim()));
      button.title = short;
    }
    heading.after(button);
  }
}
