/* From hits to the lines of the list: those of a page stand together, a few of each, and answers come first where a
   question is asked. What fits is the engine's to say; what a line looks like is made in hits.js. */
/** @import { Hit } from "./ranking.js" */

/** Lines of one page: a reader who wants more of it opens it. */
const MOST_OF_A_PAGE = 3;

/** Whether a query asks something. @param {string} query @param {string} openings Words that questions begin with */
export function isQuestion(query, openings) {
  const [first = ""] = query.toLowerCase().split(/\s/);
  return query.includes("?") || (/\s/.test(query) && openings.split(" ").includes(first));
}

/** The hits with those of each page together, where the best of them stands; what is more than a few of a page comes
 * apart. Answers stand where they are: the page that they share is only their theme.
 * @param {Hit[]} hits The best first */
export function grouped(hits) {
  /** @type {Map<string, Hit[]>} */
  const groups = new Map();
  /** @type {Map<string, number>} */
  const lines = new Map();
  /** @type {Hit[]} */
  const rest = [];
  for (const hit of hits) {
    const { kind, address, anchor } = hit.unit;
    const sofar = lines.get(address) ?? 0;
    lines.set(address, sofar + 1);
    const group = kind === "q" ? `${address}#${anchor}` : address;
    if (sofar >= MOST_OF_A_PAGE) rest.push(hit);
    else groups.set(group, [...(groups.get(group) ?? []), hit]);
  }
  return { first: [...groups.values()].flat(), rest };
}

/** @param {Hit[]} hits */
export const pagesIn = (hits) => new Set(hits.map(({ unit }) => unit.address)).size;

/** Answers that fit as well as anything else does come before the rest.
 * @param {Hit[]} hits The best first */
export function answersFirst(hits) {
  const best = Math.max(...hits.map(({ fit }) => fit));
  /** @param {Hit} hit */
  const isAnswer = ({ unit, fit }) => unit.kind === "q" && fit >= best;
  return [...hits.filter(isAnswer), ...hits.filter((hit) => !isAnswer(hit))];
}
