/* What is shown of a group: figure, tables, what to ask about. The sums are in picture.js. */
import { written } from "../assessment/profile.js";
import { make } from "../dom.js";
import { makeHeading, said, toolTable } from "../tool.js";
import { drawGroup } from "./figure.js";
import { compare, dimensionsOf, statementsOf, widestOf } from "./picture.js";
import { statementTables } from "./statements.js";

/** @typedef {import("./picture.js").DimensionPicture} Picture */
/** @typedef {import("./picture.js").Spread} Shown */
/** @typedef {import("../assessment/code.js").Coded} Answered */
/** @typedef {{ name: string, statements: string[] }} NamedPart */
/** @typedef {{ parts: NamedPart[], fewest: number, better: number, known: number, language: string,
 *   words: Record<string, string> }} Page */

/** So many statements are named to begin with. */
const FIRST = 3;

/** @param {Page} page */
const rulesOf = ({ parts, fewest, known }) => ({ sizes: parts.map((part) => part.statements.length), fewest, known });

/** @param {Shown} spread @param {string} language */
const range = (spread, language) => `${written(spread.lowest, language)}–${written(spread.highest, language)}`;

/** @param {Picture[]} pictures @param {string} label @param {Page} page */
function spreadTable(pictures, label, { parts, words, language }) {
  const rows = pictures.map(({ all }, at) =>
    all
      ? [parts[at].name, written(all.mean, language), range(all, language), String(all.count)]
      : [parts[at].name, words["too-few"], "–", "–"],
  );
  return toolTable(label, [words.dimension, words.mean, words.spread, words.count], rows);
}

/** What managers and staff say beside each other. Of fewer than what may be kept, it is for the screen only.
 * @param {Picture[]} pictures @param {Page} page */
function rolesApart(pictures, { parts, words, fewest, better, language }) {
  const rows = pictures.flatMap(({ managers, staff }, at) => {
    if (!managers || !staff) return [];
    const cells = [managers, staff].map((some) => `${written(some.mean, language)} (${range(some, language)})`);
    return [[parts[at].name, ...cells, written(Math.abs(managers.mean - staff.mean), language)]];
  });
  const isMany = pictures.every(({ managers, staff }) =>
    [managers, staff].every((some) => !some || some.count >= better),
  );
  const box = make("div", isMany ? "" : "guide-tool__screen");
  box.append(makeHeading(words["apart-heading"]));
  const columns = [words.dimension, words.managers, words.staff, words.difference];
  if (!rows.length) box.append(make("p", "", said(words["apart-few"], fewest, fewest)));
  else box.append(make("p", "", words["apart-says"]), toolTable(words["apart-heading"], columns, rows));
  return box;
}

/** @param {Picture[]} first @param {Picture[]} second @param {Page} page */
function thenAndNow(first, second, { parts, words, language }) {
  const rows = first.map(({ all }, at) => {
    const later = second[at].all;
    if (!all || !later) return [parts[at].name, "–", "–", words["too-few"]];
    const { difference, margin, reading } = compare(all, later);
    const sign = difference < 0 ? "−" : "+";
    return [
      parts[at].name,
      `${written(all.mean, language)}\u00a0→ ${written(later.mean, language)}`,
      `${sign}${written(Math.abs(difference), language)} ±\u00a0${written(margin, language)}`,
      words[reading],
    ];
  });
  const columns = [words.dimension, words.means, words.difference, words.reading];
  return [
    makeHeading(words["second-heading"]),
    make("p", "", words["second-says"]),
    toolTable(words["second-heading"], columns, rows),
  ];
}

/** @param {Answered[]} answers @param {string} title @param {Page} page */
function byStatement(answers, title, page) {
  const { parts, words } = page;
  const found = statementsOf(answers, rulesOf(page));
  const texts = parts.flatMap((part) => part.statements);
  const widest = widestOf(found, FIRST);
  const list = make("ul");
  list.append(...widest.map((at) => make("li", "", texts[at])));
  let from = 0;
  const asked = parts.map(({ name, statements }) => ({
    name,
    statements: statements.map((text) => ({ text, picture: found[from++] })),
  }));
  return {
    questions: [
      makeHeading(words["widest-heading"]),
      ...(widest.length ? [make("p", "", words["widest-says"]), list] : [make("p", "", words["none-wide"])]),
    ],
    tables: statementTables(asked, title, words),
  };
}

/** The elements of a group's picture; the second measurement is none where there are too few codes of it.
 * @param {Answered[]} first @param {Answered[] | null} second @param {string} title @param {Page} page */
export function groupParts(first, second, title, page) {
  const { words, parts } = page;
  const [then, now] = [first, second ?? []].map((answers) => dimensionsOf(answers, rulesOf(page)));
  const rows = parts.map(({ name }, at) => ({ name, spreads: second ? [then[at].all, now[at].all] : [then[at].all] }));
  const latest = second ? words["statements-second"] : words.statements;
  const { questions, tables } = byStatement(second ?? first, latest, page);
  const overview = make("div", "guide-tool__overview");
  // On paper the figure stands beside what is said of it.
  const beside = make("div");
  beside.append(make("p", "", second ? words["caption-second"] : words.caption));
  beside.append(spreadTable(then, title, page), ...questions);
  overview.append(drawGroup(rows, title, words["too-few"]), beside);
  return [
    overview,
    ...(second ? thenAndNow(then, now, page) : []),
    rolesApart(then, page),
    tables,
    make("p", "", words["small-groups"]),
  ];
}
