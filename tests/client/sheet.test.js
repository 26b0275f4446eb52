/* What is filled in on a sheet: to a file and back, as Markdown and as CSV. */
import assert from "node:assert/strict";
import test from "node:test";
import { asText, filledRows, fromText, isEmpty, shownOf } from "../../scripts/guide/client/sheet/content.js";
import { asCsv, asMarkdown, nameOfRow } from "../../scripts/guide/client/sheet/writing.js";

const WHO = { id: "who", name: "Who", choices: { alone: "alone", manager: "with the manager" } };
const WHAT = { id: "what", name: "What", choices: {} };
const TEAM = { id: "team", name: "Team", choices: {} };
/** @type {import("../../scripts/guide/client/sheet/content.js").Sheet} */
const MAP = {
  id: "map",
  version: 1,
  title: "Map",
  row: "decision",
  file: "map",
  layout: "rows",
  most: 3,
  longest: 20,
  boxes: [TEAM],
  columns: [WHAT, WHO],
  words: { separator: ",", box: "Box", answer: "Answer" },
};
/** @type {import("../../scripts/guide/client/sheet/content.js").Content} */
const FILLED = { boxes: { team: "Evening" }, rows: [{ what: "Change day", who: "alone" }, {}, { what: "Spend" }] };

test("what was saved comes back as it was, gaps and all", () => {
  assert.deepEqual(fromText(asText(MAP, FILLED), MAP), { content: FILLED, problem: "" });
  const odd = { boxes: { team: "Å “q”\n<b>|" }, rows: [] };
  assert.deepEqual(fromText(asText(MAP, odd), MAP), { content: odd, problem: "" });
});

test("what is no file of ours is damaged", () => {
  for (const text of ["", "{", "null", "[]", "7", '"x"', "{}", '{"tool":7}', '{"tool":"map","version":1,"rows":7}']) {
    assert.equal(fromText(text, MAP).problem, "damaged", text);
    assert.ok(isEmpty(fromText(text, MAP).content), text);
  }
});

test("a file of another tool is said to be one", () => {
  assert.equal(fromText('{"tool":"action-plan","version":1}', MAP).problem, "other-tool");
  assert.equal(fromText(asText({ ...MAP, id: "card" }, FILLED), MAP).problem, "other-tool");
});

test("what does not fit is left out, and told to be", () => {
  /** @param {object} changed */
  const found = (changed) => fromText(JSON.stringify({ tool: "map", version: 1, ...FILLED, ...changed }), MAP);
  assert.deepEqual(found({}).problem, "");
  assert.deepEqual(found({ version: 2 }), { content: FILLED, problem: "partly" });
  assert.deepEqual(found({ boxes: { team: "Evening", gone: "x" } }), { content: FILLED, problem: "partly" });
  assert.deepEqual(found({ boxes: { team: 7 } }).content.boxes, {});
  assert.deepEqual(found({ boxes: { team: "x".repeat(21) } }).problem, "partly");
  assert.deepEqual(found({ boxes: ["x"] }).content.boxes, {});
  assert.deepEqual(found({ rows: [{ who: "constructor" }] }), {
    content: { boxes: FILLED.boxes, rows: [{}] },
    problem: "partly",
  });
  assert.deepEqual(found({ rows: [...FILLED.rows, { what: "fourth" }] }), { content: FILLED, problem: "partly" });
  assert.deepEqual(found({ rows: [null, 7, "x"] }).content.rows, [{}, {}, {}]);
});

test("an empty sheet may be saved and opened", () => {
  const empty = { boxes: {}, rows: [] };
  assert.deepEqual(fromText(asText(MAP, empty), MAP), { content: empty, problem: "" });
  assert.ok(isEmpty({ boxes: { team: " \n" }, rows: [{}, { what: "" }] }));
  assert.ok(!isEmpty(FILLED));
  assert.equal(filledRows(FILLED).length, 2);
});

test("a choice is shown in words, and unknown ones are nothing", () => {
  assert.equal(shownOf(WHO, { who: "manager" }), "with the manager");
  assert.equal(shownOf(WHO, {}), "");
  assert.equal(shownOf(WHAT, { what: "alone" }), "alone");
});

test("Markdown holds the rows as a table that no text breaks", () => {
  /** @type {typeof FILLED} */
  const content = { boxes: { team: "A" }, rows: [{ what: "a|b\nc <i>", who: "manager" }, {}] };
  assert.equal(
    asMarkdown(MAP, content),
    "# Map\n\n- **Team** A\n\n| What | Who |\n| --- | --- |\n| a\\|b<br>c \\<i> | with the manager |\n",
  );
  assert.equal(asMarkdown(MAP, { boxes: {}, rows: [] }), "# Map\n\n- **Team**\n");
});

test("cards stand below each other", () => {
  /** @type {typeof MAP} */
  const cards = { ...MAP, layout: "cards", boxes: [] };
  assert.equal(
    asMarkdown(cards, FILLED),
    "# Map\n\n## Decision 1\n\n- **What** Change day\n- **Who** alone\n\n## Decision 2\n\n- **What** Spend\n- **Who**\n",
  );
  assert.equal(nameOfRow({ ...MAP, row: "åtgärd" }, 2), "Åtgärd 2");
});

test("CSV has a line for each row, and no formula", () => {
  /** @type {typeof FILLED} */
  const content = { boxes: { team: "+46" }, rows: [{ what: "=1+1", who: "alone" }, { what: 'a "b", c' }] };
  const lines = asCsv(MAP, content).slice(1).split("\r\n");
  assert.deepEqual(lines, ['"What","Who","Team"', '"\'=1+1","alone","\'+46"', '"a ""b"", c","","\'+46"', ""]);
  assert.equal(asCsv(MAP, { boxes: { team: "A" }, rows: [] }).slice(1), '"What","Who","Team"\r\n"","","A"\r\n');
  const boxes = { ...MAP, columns: [], most: 0, words: { ...MAP.words, separator: ";" } };
  assert.equal(asCsv(boxes, FILLED).slice(1), '"Box";"Answer"\r\n"Team";"Evening"\r\n');
});
