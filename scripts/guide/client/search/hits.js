/* What the search dialog shows, as elements: hits, themes, sentences with a query in them. When it is shown is for
   dialog.js, and what is found is the engine's. */
import { make, makeLink } from "../dom.js";
import { piecesOf } from "./highlight.js";
/** @import { Engine } from "./engine.js" */
/** @import { Unit } from "./data.js" */

/** @typedef {(word: string) => boolean} IsSought */

/** What a line is called: its page first, so that "Why" says why of what. @param {Unit} unit */
export function titleOf({ kind, title, page }) {
  return kind === "q" || title === page ? title : `${page} › ${title}`;
}

/** Makes the lines of a query's hits. */
export class Lines {
  #engine;
  #base;
  #isSought;

  /** @param {Engine} engine @param {string} query @param {string} base Address of the site */
  constructor(engine, query, base) {
    this.#engine = engine;
    this.#base = base;
    this.#isSought = engine.marks(query);
  }

  /** One hit: a link that is an option of the list, named by title and place and described by the passage that fits.
   * @param {Unit} unit @param {number} number Of the line, from 0 */
  make(unit, number) {
    const id = `guide-search-hit-${number}`;
    const hit = makeLink(inSite(this.#base, unit.address + (unit.anchor && "#" + unit.anchor)), "");
    hit.className = `guide-search__hit guide-search__hit--${unit.kind}`;
    hit.id = id;
    hit.tabIndex = -1;
    const text = make("span", "guide-search__lines");
    text.append(
      this.#part("guide-search__title", `${id}-title`, titleOf(unit)),
      this.#part("guide-search__text", `${id}-text`, this.#engine.passage(unit, this.#isSought)),
    );
    const place = make("span", "guide-search__place", placeOf(unit));
    place.id = `${id}-place`;
    hit.append(text, place);
    const attributes = {
      role: "option",
      "aria-selected": "false",
      "aria-labelledby": `${id}-title ${id}-place`,
      "aria-describedby": `${id}-text`,
    };
    for (const [name, value] of Object.entries(attributes)) hit.setAttribute(name, value);
    return hit;
  }

  /** @param {string} className @param {string} id @param {string} text */
  #part(className, id, text) {
    const part = make("span", className);
    part.id = id;
    const pieces = piecesOf(text, this.#isSought);
    part.append(...pieces.map((piece) => (piece.isMarked ? make("mark", "", piece.text) : piece.text)));
    return part;
  }
}

/** What its title does not say: the section of the guide, and of an answer also its theme. @param {Unit} unit */
const placeOf = ({ kind, place, page }) =>
  place
    .slice(0, 2)
    .filter((each) => kind === "q" || each !== page)
    .join(" › ");

/** @param {string} base Address of the site @param {string} address From its root */
function inSite(base, address) {
  return base.replace(/\/?$/, "/") + address;
}

/** A sentence with a query in the place of "{}", whichever way that is written.
 * @param {string} pattern @param {string} query */
export function sentenceAbout(pattern, query) {
  const [before, after = ""] = pattern.split("{}");
  return [before, make("bdi", "", query), after];
}

/** The themes of the questions.
 * @param {[title: string, address: string][]} themes @param {string} base Address of the site @param {string} label */
export function makeThemes(themes, base, label) {
  const box = make("nav", "guide-search__themes");
  box.setAttribute("aria-label", label);
  const items = make("ul");
  for (const [title, address] of themes) {
    const item = make("li");
    item.append(makeLink(inSite(base, address), title));
    items.append(item);
  }
  if (items.firstChild) box.append(make("h2", "", label), items);
  return box;
}

/** A group of the list, named by its count, which a screen reader hears once. @param {string} heading */
export function makeGroup(heading) {
  const group = make("div", "guide-search__group");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", heading);
  group.append(makeCount(heading));
  return group;
}

/** @param {string} text */
export function makeCount(text) {
  const count = make("p", "guide-search__count", text);
  count.setAttribute("aria-hidden", "true");
  return count;
}
