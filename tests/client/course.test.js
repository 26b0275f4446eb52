/* A learner's way through a package, and the sessions with platforms that speak SCORM. */
import assert from "node:assert/strict";
import test from "node:test";
import { isDone, percentOf, progressOf, resultOf, Standing } from "../../scripts/guide/client/course/progress.js";
import { adapterIn, DIALECTS, duration, ScormSession, timespan } from "../../scripts/guide/client/course/scorm.js";

/** A platform, with what it keeps and a log of what it is told.
 * @param {import("../../scripts/guide/client/course/scorm.js").Dialect} dialect @param {Record<string, string>} kept */
function platform(dialect, kept = {}, answer = "true") {
  /** @type {string[]} */
  const log = [];
  const { open, get, set, save, close } = dialect.calls;
  const adapter = {
    [open]: () => answer,
    [get]: (/** @type {string} */ name) => kept[name] ?? "",
    [set](/** @type {string} */ name, /** @type {string} */ value) {
      kept[name] = value;
      log.push(name);
    },
    [save]: () => log.push("save"),
    [close]: () => log.push("close"),
  };
  return { adapter, kept, log };
}
const both = Object.values(DIALECTS);

/** @param {boolean[]} marks @param {(number | null)[]} answers */
function standing(marks, answers, right = answers.map(() => 0)) {
  const made = new Standing(marks.length, right);
  made.marks = marks;
  made.answers = answers;
  return made;
}

for (const dialect of both) {
  const name = dialect.adapter;
  test(`${name}: a first visit becomes incomplete, which is saved`, () => {
    const { adapter, kept, log } = platform(dialect, { [dialect.status]: "not attempted" });
    assert.equal(new ScormSession(adapter, dialect).begin(), "");
    assert.equal(kept[dialect.status], "incomplete");
    assert.deepEqual(log, [dialect.status, "save"]);
  });

  test(`${name}: a later visit changes nothing and gives back what was kept`, () => {
    const { adapter, log } = platform(dialect, { [dialect.status]: "completed", "cmi.suspend_data": "101|0-" });
    assert.equal(new ScormSession(adapter, dialect).begin(), "101|0-");
    assert.deepEqual(log, []);
  });

  test(`${name}: what is done is completed, with a score, and stays so`, () => {
    const { adapter, kept, log } = platform(dialect, { [dialect.status]: "incomplete" });
    const session = new ScormSession(adapter, dialect);
    session.report({ kept: "10|", isDone: false, result: null });
    assert.equal(kept[dialect.status], "incomplete");
    assert.equal(kept[`${dialect.score}.raw`], undefined);
    session.report({ kept: "11|", isDone: true, result: 2 / 3 });
    assert.equal(kept[dialect.status], "completed");
    const scores = ["min", "max", "raw", "scaled"].map((part) => kept[`${dialect.score}.${part}`]);
    assert.deepEqual(scores, ["0", "100", "66.67", dialect.hasShares ? "0.6667" : undefined]);
    session.report({ kept: "01|", isDone: false, result: 1 / 3 });
    assert.deepEqual([kept[dialect.status], kept["cmi.suspend_data"]], ["completed", "01|"]);
    assert.equal(log.filter((each) => each === "save").length, 3);
  });

  test(`${name}: leaving tells the time and that the learner may be back, once`, () => {
    const { adapter, kept, log } = platform(dialect);
    const session = new ScormSession(adapter, dialect);
    session.close(61_500);
    const time = dialect.hasShares ? "PT61S" : "00:01:01";
    assert.deepEqual([kept[dialect.time], kept[dialect.exit]], [time, "suspend"]);
    assert.equal(session.isOpen, false);
    session.close(99_000);
    assert.equal(kept[dialect.time], time);
    assert.equal(log.filter((each) => each === "close").length, 1);
  });

  test(`${name}: without a platform, or with one that refuses, nothing is kept`, () => {
    const refusing = platform(dialect, { "cmi.suspend_data": "1" }, "false");
    for (const session of [new ScormSession(null, dialect), new ScormSession(refusing.adapter, dialect)]) {
      assert.equal(session.isOpen, false);
      assert.equal(session.begin(), "");
      session.report({ kept: "1|", isDone: true, result: 1 });
      session.close(1);
    }
    assert.deepEqual(refusing.log, []);
  });

  test(`${name}: the adapter is on this window or one above it`, () => {
    const { adapter } = platform(dialect);
    const top = { [name]: adapter, parent: null };
    assert.equal(adapterIn({ parent: { parent: top } }, dialect), adapter);
    /** @type {{ parent: unknown }} */
    const alone = { parent: null };
    alone.parent = alone;
    assert.equal(adapterIn(alone, dialect), null);
    assert.equal(adapterIn(null, dialect), null);
    const foreign = Object.defineProperty({}, name, {
      get() {
        throw new Error("of another host");
      },
    });
    assert.equal(adapterIn({ parent: foreign }, dialect), null);
    /** @type {unknown} */
    let deep = top;
    for (let step = 0; step < 12; step++) deep = { parent: deep };
    assert.equal(adapterIn(deep, dialect), null);
  });
}

test("an older platform's adapter is none for a newer package", () => {
  const { adapter } = platform(DIALECTS.older);
  assert.equal(adapterIn({ API: adapter, parent: null }, DIALECTS.newer), null);
});

test("times as the platforms want them", () => {
  assert.equal(timespan(0), "00:00:00");
  assert.equal(timespan(3_599_999), "00:59:59");
  assert.equal(timespan(360_000_000), "100:00:00");
  assert.equal(duration(3_599_999), "PT3599S");
});

test("what is kept is read again, also what an earlier version kept", () => {
  const made = standing([true, false, true], [2, null, 0]);
  assert.equal(made.text, "101|2-0");
  const later = standing([false, false, false], [null, null, null]);
  later.text = made.text;
  assert.deepEqual([later.marks, later.answers], [made.marks, made.answers]);
  later.text = "11";
  assert.deepEqual(
    [later.marks, later.answers],
    [
      [true, true, false],
      [null, null, null],
    ],
  );
  later.text = "";
  assert.equal(later.text, "000|---");
});

test("done is every step marked and every question answered, rightly or not", () => {
  assert.equal(isDone(standing([true, true], [0, 1])), true);
  assert.equal(isDone(standing([true, true], [0, null])), false);
  assert.equal(isDone(standing([true, false], [0, 1])), false);
  assert.equal(isDone(standing([true], [])), true);
});

test("the result is the share of right answers; without questions all is right once it is done", () => {
  assert.equal(resultOf(standing([false], [null, null])), null);
  assert.equal(resultOf(standing([false], [0, null, 1, 1])), 0.25);
  assert.equal(resultOf(standing([false], [])), null);
  assert.equal(resultOf(standing([true], [])), 1);
  assert.deepEqual([1 / 3, 0, 1].map(percentOf), [33.33, 0, 100]);
});

test("what the page says of the way", () => {
  const words = {
    progress: "{} of {} done.",
    answered: "{} of {}, {} right.",
    allDone: "All.",
    noPlatform: "Not kept.",
  };
  assert.equal(progressOf(standing([true, false], []), true, words), "1 of 2 done.");
  assert.equal(progressOf(standing([true], [0, 1]), true, words), "1 of 1 done. 2 of 2, 1 right. All.");
  assert.equal(progressOf(standing([false], [null]), false, words), "0 of 1 done. 0 of 1, 0 right. Not kept.");
});
