/* A learner's session with a platform that speaks cmi5 (cmi5 Specification Profile for xAPI, 1st Edition): launch (8),
   statements (9), and the state that is kept (xAPI State Resource). What a learner has done is in progress.js. */
import { percentOf, rounded } from "./progress.js";
import { duration } from "./scorm.js";

const VERBS = "http://adlnet.gov/expapi/verbs";
const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const STATE = "progress";

/** @typedef {{ endpoint: string, fetch: string, actor: string, registration: string, activityId: string }} Launch */
/** @typedef {{ contextTemplate?: Record<string, any>, launchMode?: string, masteryScore?: number }} LaunchData */
/** @typedef {(address: string, options?: RequestInit) => Promise<Response>} Fetch */

/** What the platform says in the page's address (8.1), or null where it was not launched by one.
 * @param {string} query */
export function launchIn(query) {
  const said = new URLSearchParams(query);
  const names = /** @type {const} */ (["endpoint", "fetch", "actor", "registration", "activityId"]);
  const found = names.map((name) => [name, said.get(name) ?? ""]);
  return found.every(([, value]) => value) ? /** @type {Launch} */ (Object.fromEntries(found)) : null;
}

/** A random UUID; crypto.randomUUID is not there on pages without https. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A session; without a platform nothing is kept. */
export class Cmi5Session {
  #launch;
  #fetch;
  #started = Date.now();
  #token = "";
  #isOpen = false;
  #isCompleted = false;
  #isTold = false;
  /** @type {LaunchData} */ #data = {};
  /** Statements go one after another (9.3). @type {Promise<unknown>} */ #sent = Promise.resolve();

  /** @param {Launch | null} launch @param {Fetch} ask */
  constructor(launch, ask) {
    this.#launch = launch;
    this.#fetch = ask;
  }

  get isOpen() {
    return this.#isOpen;
  }

  /** What was kept of the learner's way. */
  async begin() {
    if (!this.#launch) return "";
    try {
      const answer = await this.#fetch(this.#launch.fetch, { method: "POST" });
      this.#token = String((await answer.json())["auth-token"] ?? "");
      if (!this.#token) return "";
      this.#data = JSON.parse((await this.#read("activities/state", "LMS.LaunchData")) || "{}");
      // Asked for because every unit shall (11.0); the page has one language and no sound.
      await this.#read("agents/profile", "cmi5LearnerPreferences");
      const kept = JSON.parse((await this.#read("activities/state", STATE)) || "{}");
      this.#isCompleted = kept.isCompleted === true;
      this.#isTold = kept.isTold === true;
      await this.#send("initialized");
      this.#isOpen = true;
      return String(kept.kept ?? "");
    } catch {
      return ""; // the platform does not answer: the page works without it
    }
  }

  /** Completed and passed are said once in a registration (9.3). A score belongs to passed or failed (9.5.1); failed is
   * said only where the platform has set a limit. @param {import("./scorm.js").Report} report */
  report({ kept, isDone, result }) {
    if (!this.#isOpen || !this.#isNormal) return;
    this.#sent = this.#sent.then(() => this.#keep(kept));
    if (isDone) this.#sent = this.#sent.then(() => this.#tell(kept, result ?? 1));
  }

  /** @param {number} milliseconds How long the session lasted */
  close(milliseconds) {
    if (this.#isOpen) this.#send("terminated", { duration: duration(milliseconds) }).catch(() => {});
    this.#isOpen = false;
  }

  get #isNormal() {
    return (this.#data.launchMode ?? "Normal") === "Normal";
  }

  /** What does not get through is told again with the next report, or in the next session.
   * @param {string} kept @param {number} share */
  async #tell(kept, share) {
    if (this.#isTold) return;
    const time = duration(Date.now() - this.#started);
    const score = { scaled: rounded(share), raw: percentOf(share), min: 0, max: 100 };
    const success = score.scaled >= (this.#data.masteryScore ?? 0);
    try {
      if (!this.#isCompleted) await this.#send("completed", { completion: true, duration: time });
      this.#isCompleted = true;
      await this.#send(success ? "passed" : "failed", { success, score, duration: time });
      this.#isTold = true;
    } catch {
      return;
    }
    await this.#keep(kept);
  }

  /** @param {string} kept */
  async #keep(kept) {
    const state = { kept, isCompleted: this.#isCompleted, isTold: this.#isTold };
    const address = this.#address("activities/state", { stateId: STATE });
    try {
      await this.#ask(address, { method: "PUT", body: JSON.stringify(state) });
    } catch {
      // The next report keeps it.
    }
  }

  /** @param {string} verb @param {Record<string, unknown>} [result] */
  async #send(verb, result) {
    const statement = this.#statement(verb, result);
    const address = this.#address("statements", { statementId: statement.id }, []);
    const answer = await this.#ask(address, { method: "PUT", body: JSON.stringify(statement), keepalive: true });
    if (!answer.ok) throw new Error(`the platform refuses ${verb}: ${answer.status}`);
  }

  /** @param {string} verb @param {Record<string, unknown>} [result] */
  #statement(verb, result) {
    const { actor, activityId, registration } = /** @type {Launch} */ (this.#launch);
    const context = structuredClone(this.#data.contextTemplate ?? {});
    const isJudged = ["completed", "passed", "failed"].includes(verb);
    const names = isJudged ? ["cmi5", "moveon"] : ["cmi5"];
    const activities = (context.contextActivities ??= {});
    activities.category = [...(activities.category ?? []), ...names.map((name) => ({ id: `${CATEGORIES}/${name}` }))];
    if (result && "success" in result && this.#data.masteryScore !== undefined) {
      context.extensions = { ...context.extensions, [MASTERY]: this.#data.masteryScore };
    }
    return {
      id: newId(),
      actor: JSON.parse(actor),
      verb: { id: `${VERBS}/${verb}` },
      object: { objectType: "Activity", id: activityId },
      ...(result && { result }),
      context: { ...context, registration },
      timestamp: new Date().toISOString(),
    };
  }

  /** @param {string} resource @param {Record<string, string>} more @param {string[]} [known] */
  #address(resource, more, known = ["activityId", "agent", "registration"]) {
    const { endpoint, actor, activityId, registration } = /** @type {Launch} */ (this.#launch);
    const values = { activityId, agent: actor, registration };
    const query = new URLSearchParams(Object.entries(values).filter(([name]) => known.includes(name)));
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return `${endpoint.replace(/\/?$/, "/")}${resource}?${query}`;
  }

  /** @param {"activities/state" | "agents/profile"} resource @param {string} name */
  async #read(resource, name) {
    const isProfile = resource === "agents/profile";
    const address = isProfile
      ? this.#address(resource, { profileId: name }, ["agent"])
      : this.#address(resource, { stateId: name });
    const answer = await this.#ask(address);
    return answer.ok ? answer.text() : "";
  }

  /** @param {string} address @param {RequestInit} [options] */
  #ask(address, options = {}) {
    const headers = {
      Authorization: `Basic ${this.#token}`,
      "Content-Type": "application/json",
      "X-Experience-API-Version": "1.0.3",
    };
    return this.#fetch(address, { ...options, headers });
  }
}
