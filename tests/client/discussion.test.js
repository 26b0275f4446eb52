/* A meeting's agenda: times that follow each other, and the whole as text. */
import assert from "node:assert/strict";
import test from "node:test";
import { agendaText, itemsOf, minutesOf, titleOf } from "../../scripts/guide/client/discussion/agenda.js";

const WORDS = { at: "{}–{} min:", clock: "{}–{}:", meeting: "{}, {} minutes", roles: "Roles:" };
/** @type {Record<string, import("../../scripts/guide/client/discussion/agenda.js").Part>} */
const PARTS = {
  open: { name: "Opening", text: "Read out:", adds: "say" },
  talk: { name: "Talk", text: "Talk.", adds: "nothing" },
  card: { name: "Card", text: "Read it.", adds: "case" },
  end: { name: "Decide", text: "One thing.", adds: "decision" },
};
const STEPS = [
  { part: "open", minutes: 5, questions: [] },
  { part: "talk", minutes: 15, questions: [2, 1] },
  { part: "card", minutes: 10, questions: [] },
  { part: "end", minutes: 30, questions: [] },
];
const TOPIC = {
  name: "Limits",
  why: "Why.",
  time: "Read, 5 min:",
  before: "Prepare: it.",
  say: "“Today.”",
  decision: "A limit.",
  reading: [{ text: "A page", address: "https://guide.example/a/" }],
  case: { text: "A card", address: "https://guide.example/b/" },
  questions: ["First?", "Second?"],
};

test("parts follow each other without a gap", () => {
  const items = itemsOf(STEPS, PARTS, TOPIC, null, WORDS);
  assert.deepEqual(
    items.map((item) => item.when),
    ["0–5 min:", "5–20 min:", "20–30 min:", "30–60 min:"],
  );
  assert.deepEqual(items[1].questions, ["Second?", "First?"]);
  assert.deepEqual([items[0].added, items[1].added, items[3].added], ["“Today.”", "", "A limit."]);
  assert.deepEqual([items[1].link, items[2].link], [null, TOPIC.case]);
});

test("with a start they have times of day, past midnight too", () => {
  assert.equal(minutesOf("08:30"), 510);
  assert.equal(minutesOf(""), null);
  assert.deepEqual(
    itemsOf(STEPS, PARTS, TOPIC, minutesOf("23:50"), WORDS).map((item) => item.when),
    ["23.50–23.55:", "23.55–00.10:", "00.10–00.20:", "00.20–00.50:"],
  );
});

test("the text holds all that the meeting needs", () => {
  const title = titleOf(TOPIC, 60, WORDS);
  const text = agendaText(title, TOPIC, itemsOf(STEPS, PARTS, TOPIC, null, WORDS), ["Leads: lead."], WORDS);
  assert.ok(text.startsWith("# Limits, 60 minutes\n\nWhy.\n\nRead, 5 min:\n- A page: https://guide.example/a/\n"));
  for (const said of [
    "Prepare: it.",
    "- Leads: lead.",
    "0–5 min: Opening\nRead out: “Today.”",
    "- Second?\n- First?",
  ]) {
    assert.ok(text.includes(said), said);
  }
  assert.ok(text.includes("20–30 min: Card\nRead it.\n- A card: https://guide.example/b/\n"));
});
