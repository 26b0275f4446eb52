/* What is shown of a profile: figure, table, what to talk about. What to do about each dimension stands in the page and
   is moved here. */
import { make } from "../dom.js";
import { makeHeading, toolTable } from "../tool.js";
import { drawProfile } from "./figure.js";
import { written } from "./profile.js";

/** @typedef {import("./profile.js").Profile} Profile */
/** @typedef {import("./profile.js").PartResult} Row */

const COLUMNS = ["dimension", "mean", "spread", "not-known"];

/** @param {Row[]} parts @param {Record<string, string>} words @param {string} language */
function tableOf(parts, words, language) {
  const rows = parts.map((part) => [
    part.name,
    part.mean === null ? words["too-few"] : written(part.mean, language),
    part.mean === null ? "–" : `${part.lowest}–${part.highest}`,
    String(part.unsure),
  ]);
  return toolTable(
    words.result,
    COLUMNS.map((column) => words[column]),
    rows,
  );
}

/** @param {Profile} profile @param {Record<string, string>} words @param {Map<string, Element>} advice By dimension */
function startOf(profile, words, advice) {
  /** @type {HTMLElement[]} */
  const shown = [makeHeading(words["low-heading"])];
  if (!profile.low.length) return [...shown, make("p", "", words["none-low"])];
  shown.push(make("p", "", words["low-says"]));
  for (const id of profile.low) {
    const found = advice.get(id);
    if (found) shown.push(/** @type {HTMLElement} */ (found.cloneNode(true)));
  }
  return shown;
}

/** @param {Profile} profile @param {Record<string, string>} words @param {(id: string) => string} textOf */
function questionsOf(profile, words, textOf) {
  const shown = [];
  const widest = profile.parts.find((part) => part.id === profile.widest);
  if (widest) {
    shown.push(makeHeading(words["spread-heading"]), make("p", "", words["spread-says"].replace("{}", widest.name)));
  }
  if (profile.unknown.length) {
    const list = make("ul");
    list.append(...profile.unknown.map((id) => make("li", "", textOf(id))));
    shown.push(makeHeading(words["unknown-heading"]), list);
  }
  return shown;
}

/** The elements of a result. @param {Profile} profile @param {Record<string, string>} words
 * @param {{ language: string, advice: Map<string, Element>, textOf: (id: string) => string }} page */
export function resultParts(profile, words, { language, advice, textOf }) {
  if (profile.verdict !== "ready") {
    const says = profile.verdict === "few" ? words["few-says"] : words["unsure-says"];
    const rest = profile.verdict === "few" ? [] : questionsOf(profile, words, textOf);
    return [make("p", "", says), ...rest];
  }
  const drawing = drawProfile(profile.parts, language, { result: words.result, "too-few": words["too-few"] });
  return [
    drawing,
    make("p", "", words.caption),
    tableOf(profile.parts, words, language),
    make("p", "", words.reading),
    ...startOf(profile, words, advice),
    ...questionsOf(profile, words, textOf),
  ];
}
