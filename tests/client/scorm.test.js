/* A learner's session with a platform. */
import assert from "node:assert/strict";
import test from "node:test";
import { adapterIn, progressOf, Session, timespan } from "../../scripts/guide/client/scorm/session.js";

/** A platform, with what it keeps and a log of what it is told. @param {Record<string, string>} kept */
function platform(kept = {}, answer = "true") {
  /** @type {string[]} */
  const log = [];
  const adapter = {
    LMSInitialize: () => answer,
    LMSGetValue: (/** @type {string} */ name) => kept[name] ?? "",
    LMSSetValue(/** @type {string} */ name, /** @type {string} */ value) {
      kept[name] = value;
      log.push(name);
    },
    LMSCommit: () => log.push("commit"),
    LMSFinish: () => log.push("finish"),
  };
  return { adapter, kept, log };
}
const STATUS = "cmi.core.lesson_status";

test("a first visit becomes incomplete, which is committed", () => {
  const { adapter, kept, log } = platform({ [STATUS]: "not attempted" });
  assert.equal(new Session(adapter).begin(), "");
  assert.equal(kept[STATUS], "incomplete");
  assert.deepEqual(log, [STATUS, "commit"]);
});

test("a later visit changes nothing and gives the marks back", () => {
  const { adapter, log } = platform({ [STATUS]: "completed", "cmi.suspend_data": "101" });
  assert.equal(new Session(adapter).begin(), "101");
  assert.deepEqual(log, []);
});

test("all steps marked is completed, and stays so", () => {
  const { adapter, kept, log } = platform({ [STATUS]: "incomplete" });
  const session = new Session(adapter);
  session.report([true, false]);
  assert.deepEqual([kept[STATUS], kept["cmi.suspend_data"]], ["incomplete", "10"]);
  session.report([true, true]);
  assert.equal(kept[STATUS], "completed");
  session.report([false, true]);
  assert.deepEqual([kept[STATUS], kept["cmi.suspend_data"]], ["completed", "01"]);
  assert.equal(log.filter((each) => each === "commit").length, 3);
});

test("leaving tells the time and whether the learner will be back, once", () => {
  const { adapter, kept, log } = platform();
  const session = new Session(adapter);
  session.close([true, false], 61_500);
  assert.deepEqual([kept["cmi.core.session_time"], kept["cmi.core.exit"]], ["00:01:01", "suspend"]);
  assert.equal(session.isOpen, false);
  session.close([true, true], 99_000);
  assert.equal(log.filter((each) => each === "finish").length, 1);
  assert.equal(kept["cmi.core.exit"], "suspend");
});

test("one who has finished is not suspended", () => {
  const { adapter, kept } = platform();
  new Session(adapter).close([true, true], 0);
  assert.equal(kept["cmi.core.exit"], "");
});

test("without a platform, or with one that refuses, nothing is kept", () => {
  const refusing = platform({ "cmi.suspend_data": "1" }, "false");
  for (const session of [new Session(null), new Session(refusing.adapter)]) {
    assert.equal(session.isOpen, false);
    assert.equal(session.begin(), "");
    session.report([true]);
    session.close([true], 1);
  }
  assert.deepEqual(refusing.log, []);
});

test("the adapter is on this window or one above it", () => {
  const { adapter } = platform();
  const top = { API: adapter, parent: null };
  assert.equal(adapterIn({ parent: { parent: top } }), adapter);
  /** @type {{ parent: unknown }} */
  const alone = { parent: null };
  alone.parent = alone;
  assert.equal(adapterIn(alone), null);
  assert.equal(adapterIn(null), null);
  const foreign = Object.defineProperty({}, "API", {
    get() {
      throw new Error("of another host");
    },
  });
  assert.equal(adapterIn({ parent: foreign }), null);
  /** @type {unknown} */
  let deep = top;
  for (let step = 0; step < 12; step++) deep = { parent: deep };
  assert.equal(adapterIn(deep), null);
});

test("times as the platform wants them", () => {
  assert.equal(timespan(0), "00:00:00");
  assert.equal(timespan(3_599_999), "00:59:59");
  assert.equal(timespan(360_000_000), "100:00:00");
});

test("what the page says of the way", () => {
  const words = { progress: "{} of {} done.", allDone: "All done.", noPlatform: "Not kept." };
  assert.equal(progressOf([true, false], true, words), "1 of 2 done.");
  assert.equal(progressOf([true, true], true, words), "2 of 2 done. All done.");
  assert.equal(progressOf([false], false, words), "0 of 1 done. Not kept.");
});
