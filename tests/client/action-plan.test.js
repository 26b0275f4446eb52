/* What an action plan holds, and the files that are made of it. What programs read in the files is in
   tests/integration/test_action_plan.py. */
import assert from "node:assert/strict";
import test from "node:test";
import { crc32, zipped } from "../../scripts/guide/client/archive.js";
import { calendarText } from "../../scripts/guide/client/calendar.js";
import { wordFile } from "../../scripts/guide/client/document.js";
import { markdownText } from "../../scripts/guide/client/markdown.js";
import {
  blocksOf,
  eventsOf,
  fieldNames,
  newId,
  planFrom,
  planText,
  tableOf,
} from "../../scripts/guide/client/plan/contents.js";

const KEYS = `goal limits support stop try milestones what who by sign when holds decision part question answer`;
const WORDS = Object.fromEntries(KEYS.split(" ").map((key) => [key, key.toUpperCase()]));
const GIVEN = {
  version: 2,
  questions: [
    { id: "goal", part: "goal", ask: "Goal?" },
    { id: "laws", part: "limits", ask: "Laws?" },
  ],
  words: {
    ...WORDS,
    "follow-up": "Read again",
    "follow-up-event": "Read the plan",
    "milestone-event": "Milestone: {}",
  },
};
const FIELDS = {
  "q-goal": "Sooner | clearer",
  "try-2-what": "Ring within two days",
  "try-2-by": "2027-04-15",
  "milestones-1-by": "2027-07-01",
  "milestones-1-holds": "They decide; themselves, all\nSix exercises",
  "milestones-2-holds": "No day yet",
  "follow-up": "2027-02-28",
};
const PLAN = { id: "0123456789abcdef", fields: FIELDS };

test("what is saved comes back, and only fields that the form has", () => {
  assert.deepEqual(planFrom(planText(PLAN, GIVEN, "sv"), GIVEN), PLAN);
  const found = JSON.parse(planText(PLAN, GIVEN, "sv"));
  Object.assign(found.fields, { other: "x", "q-laws": 5, "try-2-by": "2027-02-30", "q-goal": "x".repeat(2001) });
  found.fields["try-1-who"] = "  ";
  const back = planFrom(JSON.stringify(found), GIVEN);
  assert.ok(typeof back !== "string");
  for (const name of ["other", "q-laws", "try-2-by", "q-goal", "try-1-who"]) assert.ok(!(name in back.fields), name);
  assert.equal(back.fields["try-2-what"], "Ring within two days");
});

test("what is no plan says why", () => {
  const whole = JSON.parse(planText(PLAN, GIVEN, "sv"));
  for (const text of ["", "{", "null", "[]", '"plan"', "{}", JSON.stringify({ ...whole, fields: null })]) {
    assert.equal(planFrom(text, GIVEN), "not-ours", text);
  }
  assert.equal(planFrom(JSON.stringify({ ...whole, tool: "decision-map" }), GIVEN), "other-tool");
  assert.equal(planFrom(JSON.stringify({ ...whole, version: 1 }), GIVEN), "other-version");
  const polluted = planFrom('{"tool":"action-plan","version":2,"fields":{"__proto__":{"q-goal":"x"}}}', GIVEN);
  assert.deepEqual(typeof polluted !== "string" && polluted.fields, {});
});

test("an id that nobody would write is made anew", () => {
  const text = planText({ ...PLAN, id: "a\r\nATTACH:x" }, GIVEN, "sv");
  const back = planFrom(text, GIVEN);
  assert.ok(typeof back !== "string");
  assert.match(back.id, /^[0-9a-f]{24}$/);
  assert.notEqual(newId(), newId());
});

test("every field of the form has a name, and days are known as days", () => {
  const names = fieldNames(GIVEN);
  assert.equal(names.size, 2 * 3 * 4 + 3 * 3 + 1 + 2);
  const days = [...names].filter(([, day]) => day).map(([name]) => name);
  assert.equal(days.length, 10);
  assert.ok(days.every((name) => name.endsWith("-by") || name === "follow-up"));
});

test("a document holds what is filled in, in the order of the form", () => {
  const blocks = blocksOf(FIELDS, GIVEN);
  const headings = blocks.flatMap((block) => ("heading" in block ? [block.heading] : []));
  assert.deepEqual(headings, ["GOAL", "TRY", "MILESTONES"]);
  assert.deepEqual(blocks.at(-1), { text: "Read again: 2027-02-28" });
  for (const block of blocks) {
    if ("rows" in block) assert.ok(block.rows.every((row) => row.length === block.columns.length));
    if ("rows" in block) assert.equal(block.shares.length, block.columns.length);
  }
  assert.deepEqual(blocksOf({}, GIVEN), []);
});

test("rows for a spreadsheet are as many cells each", () => {
  const rows = tableOf({ ...FIELDS, "stop-1-what": "Reading twice" }, GIVEN);
  assert.deepEqual([...new Set(rows.map((row) => row.length))], [7]);
  assert.deepEqual(rows[1].slice(0, 3), ["GOAL", "Goal?", "Sooner | clearer"]);
  assert.deepEqual(rows.at(-1), ["Read again", "", "", "", "2027-02-28", "", ""]);
});

test("Markdown shows what was written, whatever it was", () => {
  const text = markdownText("Plan", blocksOf({ "q-goal": "*a* | <b>\nc" }, GIVEN));
  assert.equal(
    text,
    "# Plan\n\n## GOAL\n\n| QUESTION | ANSWER |\n| --- | --- |\n| Goal? | \\*a\\* \\| \\<b\\><br>c |\n",
  );
});

test("a calendar has whole days, folded lines and escaped text", () => {
  const events = eventsOf(PLAN, GIVEN, "guide.example");
  assert.deepEqual(
    events.map(({ id, day }) => [id, day]),
    [
      ["0123456789abcdef-1@guide.example", "2027-07-01"],
      ["0123456789abcdef-follow-up@guide.example", "2027-02-28"],
    ],
  );
  const long = { id: "x@y", day: "2027-12-31", title: "å".repeat(60), text: "a,b;c\\d\r\ne\u0007" };
  const text = calendarText([...events, long], new Date(Date.UTC(2026, 10, 28, 9, 5, 7, 123)), "guide.example");
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  assert.ok(!/[^\r]\n/.test(text), "every line ends in CRLF");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const unfolded = text.replaceAll("\r\n ", "");
  assert.match(unfolded, /\r\nDTSTAMP:20261128T090507Z\r\n/);
  assert.match(unfolded, /\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n/);
  assert.match(unfolded, /\r\nDTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n/);
  assert.match(unfolded, /\r\nDESCRIPTION:a\\,b\\;c\\\\d\\ne\r\n/);
  assert.match(unfolded, /\r\nSUMMARY:Milestone: They decide\\; themselves\\, all\r\n/);
  assert.ok(unfolded.includes(`SUMMARY:${"å".repeat(60)}`), "no letter is cut in two");
});

test("an archive is what its standard says, and the same texts are the same bytes", async () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  const made = [0, 1].map(() => zipped({ "å.txt": "text" }).arrayBuffer());
  const [one, other] = (await Promise.all(made)).map((buffer) => new Uint8Array(buffer));
  assert.deepEqual(one, other);
  assert.deepEqual([...one.slice(0, 4)], [0x50, 0x4b, 3, 4]);
});

test("a Word file is XML, whatever was written", async () => {
  const file = wordFile(
    "A & B",
    [{ columns: ["<a>", "b"], shares: [1, 2], rows: [['"1"\n2', "\u0000\ud800x"]] }],
    "sv",
  );
  const text = await file.text();
  assert.ok(text.includes("A &amp; B") && text.includes("&lt;a&gt;"));
  assert.ok(text.includes('&quot;1&quot;</w:t><w:br/><w:t xml:space="preserve">2'));
  assert.ok(text.includes('<w:t xml:space="preserve">x</w:t>'));
});
