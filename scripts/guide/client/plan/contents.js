/* What an action plan holds: from the fields of the form to a document, to rows, to days in a calendar, and to text that a
   file or a browser can keep, and back. How it is shown is in action-plan.js, how files are written in their own modules. */
import { said } from "../tool.js";

/** @typedef {import("../markdown.js").Block} Block */
/** @typedef {import("../calendar.js").Event} Event */
/** @typedef {Record<string, string>} Fields What is filled in, by the name of the field; empty fields are left out */
/** @typedef {{ version: number, questions: { id: string, part: string, ask: string }[], words: Record<string, string> }} Given */
/** @typedef {{ id: string, fields: Fields }} Plan Its id tells calendars that a milestone has moved */

/** What a saved plan says that it is. */
const TOOL = "action-plan";
/** Rows of each kind, as on the page. */
const ROWS = [1, 2, 3];
/** More letters than this are no answer of ours. */
const LONGEST = 2000;
const FOLLOW_UP = "follow-up";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\w-]{8,40}$/;
const ACTION = { what: "what", who: "who", by: "by", sign: "sign" };
const MILESTONE = { by: "when", holds: "holds", decision: "decision" };

/** @param {string} kind @param {Fields} fields @param {string[]} names */
const rowsOf = (kind, fields, names) =>
  ROWS.map((row) => names.map((name) => fields[`${kind}-${row}-${name}`] ?? "")).filter((cells) => cells.some(Boolean));

/** @param {unknown} value */
function isDay(value) {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** The names of all fields, and whether each is a day. @param {Given} given @returns {Map<string, boolean>} */
export function fieldNames({ questions }) {
  const names = ["stop", "try"].flatMap((kind) =>
    ROWS.flatMap((row) => Object.keys(ACTION).map((name) => `${kind}-${row}-${name}`)),
  );
  names.push(...ROWS.flatMap((row) => Object.keys(MILESTONE).map((name) => `milestones-${row}-${name}`)), FOLLOW_UP);
  names.push(...questions.map(({ id }) => `q-${id}`));
  return new Map(names.map((name) => [name, name === FOLLOW_UP || name.endsWith("-by")]));
}

// As a file, and back

/** @param {Plan} plan @param {Given} given @param {string} language */
export const planText = ({ id, fields }, { version }, language) =>
  `${JSON.stringify({ tool: TOOL, version, language, id, fields }, null, 2)}\n`;

/** What was saved, or why it cannot be used: the key of a word.
 * @param {string} text @param {Given} given @returns {Plan | "not-ours" | "other-tool" | "other-version"} */
export function planFrom(text, given) {
  /** @type {any} */
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return "not-ours";
  }
  if (typeof found !== "object" || found === null || typeof found.tool !== "string") return "not-ours";
  if (found.tool !== TOOL) return "other-tool";
  if (found.version !== given.version) return "other-version";
  if (typeof found.fields !== "object" || found.fields === null) return "not-ours";
  /** @type {Fields} */
  const fields = {};
  for (const [name, day] of fieldNames(given)) {
    const value = found.fields[name];
    const fits = day ? isDay(value) : typeof value === "string" && value.trim() && value.length <= LONGEST;
    if (fits) fields[name] = value;
  }
  return { id: ID.test(String(found.id)) ? String(found.id) : newId(), fields };
}

/** An id that no other plan has; crypto.randomUUID is not there without https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// As a document

/** The plan as it is read and printed: what is filled in, in the order of the form.
 * @param {Fields} fields @param {Given} given @returns {Block[]} */
export function blocksOf(fields, { questions, words }) {
  /** @type {Block[]} */
  const blocks = [];
  const add = (/** @type {string} */ name, /** @type {string[]} */ columns, /** @type {number[]} */ shares, /** @type {string[][]} */ rows) => {
    if (rows.length) blocks.push({ heading: words[name] }, { columns: columns.map((key) => words[key]), shares, rows });
  }; // prettier-ignore
  const answers = (/** @type {string} */ part) => {
    const asked = questions.filter((question) => question.part === part && fields[`q-${question.id}`]);
    add(part, ["question", "answer"], [2, 3], asked.map(({ id, ask }) => [ask, fields[`q-${id}`]])); // prettier-ignore
  };
  answers("goal");
  for (const kind of ["stop", "try"]) {
    add(kind, Object.values(ACTION), [5, 3, 2, 4], rowsOf(kind, fields, Object.keys(ACTION)));
  }
  answers("limits");
  add("milestones", Object.values(MILESTONE), [2, 5, 5], rowsOf("milestones", fields, Object.keys(MILESTONE)));
  answers("support");
  if (fields[FOLLOW_UP]) blocks.push({ text: `${words[FOLLOW_UP]}: ${fields[FOLLOW_UP]}` });
  return blocks;
}

// As rows and as days

/** One line an answer, an action and a milestone, for a spreadsheet. @param {Fields} fields @param {Given} given */
export function tableOf(fields, { questions, words }) {
  const columns = ["part", "what", "answer", "who", "by", "sign", "decision"];
  const rows = [columns.map((name) => words[name])];
  for (const { id, part, ask } of questions) {
    const answer = fields[`q-${id}`];
    if (answer) rows.push([words[part], ask, answer, "", "", "", ""]);
  }
  for (const kind of ["stop", "try"]) {
    rows.push(
      ...rowsOf(kind, fields, Object.keys(ACTION)).map(([what, ...rest]) => [words[kind], what, "", ...rest, ""]),
    );
  }
  for (const [by, holds, decision] of rowsOf("milestones", fields, Object.keys(MILESTONE))) {
    rows.push([words.milestones, holds, "", "", by, "", decision]);
  }
  if (fields[FOLLOW_UP]) rows.push([words[FOLLOW_UP], "", "", "", fields[FOLLOW_UP], "", ""]);
  return rows;
}

/** The milestones with a day, and the day of the next reading.
 * @param {Plan} plan @param {Given} given @param {string} site Host of the guide, for ids that nobody else uses
 * @returns {Event[]} */
export function eventsOf({ id, fields }, { words }, site) {
  const goal = fields["q-goal"] ?? "";
  const events = ROWS.flatMap((row) => {
    const day = fields[`milestones-${row}-by`];
    const holds = fields[`milestones-${row}-holds`] ?? "";
    const title = said(words["milestone-event"], holds.split(/[\r\n]/)[0] || String(row));
    return day ? [{ id: `${id}-${row}@${site}`, day, title, text: [holds, goal].filter(Boolean).join("\n\n") }] : [];
  });
  const last = fields[FOLLOW_UP];
  if (last) events.push({ id: `${id}-follow-up@${site}`, day: last, title: words["follow-up-event"], text: goal });
  return events;
}
