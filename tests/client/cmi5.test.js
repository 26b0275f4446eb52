/* A learner's session with a platform that speaks cmi5, which here is a function that answers and keeps a log. */
import assert from "node:assert/strict";
import test from "node:test";
import { Cmi5Session, launchIn } from "../../scripts/guide/client/course/cmi5.js";

const ACTOR = '{"account":{"homePage":"https://lms.example","name":"7"}}';
const QUERY = new URLSearchParams({
  endpoint: "https://lms.example/xapi",
  fetch: "https://lms.example/token",
  actor: ACTOR,
  registration: "ec531277-b57b-4c15-8d91-d292c5b2b8f7",
  activityId: "https://lms.example/unit/1",
}).toString();

/** @param {Record<string, unknown>} data @param {string} [kept] */
function platform(data = {}, kept = "") {
  /** @type {{ method: string, url: URL, body: any, headers: any }[]} */
  const log = [];
  const launchData = {
    launchMode: "Normal",
    contextTemplate: { contextActivities: { grouping: [{ id: "x" }] } },
    ...data,
  };
  const states = /** @type {Record<string, string>} */ ({
    "LMS.LaunchData": JSON.stringify(launchData),
    progress: kept,
  });
  /** @type {(address: string, options?: RequestInit) => Promise<any>} */
  const ask = (address, options = {}) => {
    const url = new URL(address);
    const body = typeof options.body === "string" ? JSON.parse(options.body) : null;
    log.push({ method: options.method ?? "GET", url, body, headers: options.headers });
    if (url.pathname === "/token") return Promise.resolve({ json: () => Promise.resolve({ "auth-token": "abc" }) });
    if (options.method === "PUT")
      return failing.has(verbOf(body)) ? Promise.reject(new Error("no network")) : Promise.resolve({ ok: true });
    const text = states[url.searchParams.get("stateId") ?? ""] ?? "";
    return Promise.resolve({ ok: text !== "", text: () => Promise.resolve(text) });
  };
  const verbOf = (/** @type {any} */ body) =>
    String(body?.verb?.id ?? "state")
      .split("/")
      .at(-1) ?? "";
  /** What does not get through. @type {Set<string>} */
  const failing = new Set();
  const statements = () => log.filter((each) => each.url.pathname === "/xapi/statements").map((each) => each.body);
  const verbs = () => statements().map((each) => each.verb.id.split("/").at(-1));
  return { ask, log, statements, verbs, failing };
}
/** Lets what has been put in the queue be sent. */
const settled = () => new Promise((done) => setTimeout(done, 5));

test("a launch is known by its five parameters", () => {
  assert.equal(launchIn(QUERY)?.activityId, "https://lms.example/unit/1");
  assert.equal(launchIn(`${QUERY.replace("fetch=", "fetched=")}`), null);
  assert.equal(launchIn(""), null);
});

test("it begins with the token, the launch data and the preferences, and says that it has begun", async () => {
  const { ask, log, statements, verbs } = platform({}, '{"kept":"10|-"}');
  const session = new Cmi5Session(launchIn(QUERY), ask);
  assert.equal(await session.begin(), "10|-");
  assert.equal(session.isOpen, true);
  const asked = log.map(({ method, url }) => `${method} ${url.pathname.split("/").at(-1)}`);
  assert.deepEqual(asked, ["POST token", "GET state", "GET profile", "GET state", "PUT statements"]);
  assert.equal(log[1]?.headers.Authorization, "Basic abc");
  assert.equal(log[1]?.headers["X-Experience-API-Version"], "1.0.3");
  assert.deepEqual(verbs(), ["initialized"]);
  const [said] = statements();
  assert.match(said.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(log.at(-1)?.url.searchParams.get("statementId"), said.id);
  assert.deepEqual(said.actor, JSON.parse(ACTOR));
  assert.equal(said.context.registration, "ec531277-b57b-4c15-8d91-d292c5b2b8f7");
  assert.deepEqual(said.context.contextActivities, {
    grouping: [{ id: "x" }],
    category: [{ id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" }],
  });
});

test("when all is done it says completed and passed with the score, once, and at the end terminated", async () => {
  const { ask, log, statements, verbs } = platform();
  const session = new Cmi5Session(launchIn(QUERY), ask);
  await session.begin();
  session.report({ kept: "1|-", isDone: false, result: null });
  session.report({ kept: "1|0", isDone: true, result: 0.75 });
  session.report({ kept: "1|1", isDone: true, result: 1 });
  await settled();
  session.close(61_000);
  await settled();
  assert.deepEqual(verbs(), ["initialized", "completed", "passed", "terminated"]);
  const [, completed, passed, terminated] = statements();
  assert.equal(completed.result.completion, true);
  assert.equal(completed.result.score, undefined);
  assert.deepEqual(passed.result.score, { scaled: 0.75, raw: 75, min: 0, max: 100 });
  assert.equal(passed.context.contextActivities.category.length, 2);
  assert.deepEqual(terminated.result, { duration: "PT61S" });
  const states = log.filter((each) => each.method === "PUT" && each.url.searchParams.get("stateId") === "progress");
  assert.deepEqual(states.at(-1)?.body, { kept: "1|1", isCompleted: true, isTold: true });
  session.close(62_000);
  assert.equal(verbs().length, 4);
});

test("who has finished before is not reported again", async () => {
  const { ask, verbs } = platform({}, '{"kept":"1|0","isCompleted":true,"isTold":true}');
  const session = new Cmi5Session(launchIn(QUERY), ask);
  await session.begin();
  session.report({ kept: "1|1", isDone: true, result: 1 });
  await settled();
  assert.deepEqual(verbs(), ["initialized"]);
});

test("what does not get through is told again, and nothing is said twice", async () => {
  const { ask, log, failing, verbs } = platform();
  const session = new Cmi5Session(launchIn(QUERY), ask);
  await session.begin();
  failing.add("passed").add("state");
  session.report({ kept: "1|0", isDone: true, result: 1 });
  await settled();
  failing.clear();
  session.report({ kept: "1|0", isDone: true, result: 1 });
  session.report({ kept: "1|0", isDone: true, result: 1 });
  await settled();
  assert.deepEqual(verbs(), ["initialized", "completed", "passed", "passed"]);
  assert.equal(log.at(-1)?.body.isTold, true);
});

test("below a limit that the platform has set it is failed, and the limit is told with it", async () => {
  const { ask, statements, verbs } = platform({ masteryScore: 0.8 });
  const session = new Cmi5Session(launchIn(QUERY), ask);
  await session.begin();
  session.report({ kept: "1|0", isDone: true, result: 0.5 });
  await settled();
  assert.deepEqual(verbs(), ["initialized", "completed", "failed"]);
  const [, , failed] = statements();
  assert.equal(failed.result.success, false);
  assert.deepEqual(failed.context.extensions, { "https://w3id.org/xapi/cmi5/context/extensions/masteryscore": 0.8 });
});

test("in a review nothing is kept", async () => {
  const { ask, verbs } = platform({ launchMode: "Review" });
  const session = new Cmi5Session(launchIn(QUERY), ask);
  await session.begin();
  session.report({ kept: "1|0", isDone: true, result: 1 });
  await settled();
  session.close(1000);
  await settled();
  assert.deepEqual(verbs(), ["initialized", "terminated"]);
});

test("without a launch, or with a platform that does not answer, the page works alone", async () => {
  const broken = new Cmi5Session(launchIn(QUERY), () => Promise.reject(new Error("no network")));
  for (const session of [new Cmi5Session(null, fetch), broken]) {
    assert.equal(await session.begin(), "");
    assert.equal(session.isOpen, false);
    session.report({ kept: "1|", isDone: true, result: 1 });
    session.close(1);
  }
});
