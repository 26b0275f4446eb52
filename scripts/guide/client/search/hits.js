/* What the search dialog shows, as elements: hits, themes, words to choose. When it is shown is for dialog.js, and
   what is found is the engine's. */
import { make, makeLink } from "../dom.js";
import { piecesOf } from "./highlight.js";
/** @import { Unit } from "./data.js" */

/** @typedef {(word: string) => boolean} IsSought */

/** One hit: a link that is an option of the list, read as title, text and place.
 * @param {Unit} unit @param {IsSought} isSought @param {string} base Address of the site @param {number} number */
export function makeOption(unit, isSought, base, number) {
  const hit = makeLink(inSite(base, unit.address + (unit.anchor && "#" + unit.anchor)), "");
  hit.className = `guide-search__hit guide-search__hit--${unit.kind}`;
  hit.id = `guide-search-hit-${number}`;
  hit.setAttribute("role", "option");
  hit.setAttribute("aria-selected", "false");
  hit.tabIndex = -1;
  hit.append(
    makePart("guide-search__title", unit.title, isSought),
    makePart("guide-search__text", unit.text, isSought),
    make("span", "guide-search__place", unit.place.join(" › ")),
  );
  return hit;
}

/** @param {string} className @param {string} text @param {IsSought} isSought */
function makePart(className, text, isSought) {
  const part = make("span", className);
  part.append(...piecesOf(text, isSought).map((piece) => (piece.isMarked ? make("mark", "", piece.text) : piece.text)));
  return part;
}

/** @param {string} base Address of the site @param {string} address From its root */
function inSite(base, address) {
  return base.replace(/\/?$/, "/") + address;
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
