/* A learner's session with a platform that speaks SCORM: 1.2 (Run-Time Environment, 3.3 and 3.4) or 2004 4th Edition
   (Run-Time Environment, 3 and 4), which have other names for the same. What a learner has done is in progress.js. */
import { percentOf, rounded } from "./progress.js";

/** @typedef {Record<string, (...values: string[]) => unknown>} Adapter What the platform gives */
/** @typedef {{ kept: string, isDone: boolean, result: number | null }} Report The result is a share, 0 to 1 */
/** @typedef {{ [name: string]: unknown, parent: unknown }} View A window, as far as it matters here */
/** @typedef {typeof DIALECTS[keyof typeof DIALECTS]} Dialect */

/** "hhhh:mm:ss", as CMITimespan wants it (1.2 RTE 3.4). @param {number} milliseconds */
export function timespan(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** "PT61S", as ISO 8601 has it. @param {number} milliseconds */
export const duration = (milliseconds) => `PT${Math.floor(milliseconds / 1000)}S`;

export const DIALECTS = /** @type {const} */ ({
  older: {
    adapter: "API",
    calls: { open: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", save: "LMSCommit", close: "LMSFinish" },
    status: "cmi.core.lesson_status",
    score: "cmi.core.score",
    exit: "cmi.core.exit",
    time: "cmi.core.session_time",
    asTime: timespan,
    hasShares: false,
  },
  newer: {
    adapter: "API_1484_11",
    calls: { open: "Initialize", get: "GetValue", set: "SetValue", save: "Commit", close: "Terminate" },
    status: "cmi.completion_status",
    score: "cmi.score",
    exit: "cmi.exit",
    time: "cmi.session_time",
    asTime: duration,
    hasShares: true,
  },
});

/** The platform's adapter hangs on a window above this one, or on the one that opened it (RTE 3.3; 2004 RTE 3.2).
 * @param {unknown} from @param {Dialect} dialect @returns {Adapter | null} */
export function adapterIn(from, dialect) {
  let view = /** @type {View | null} */ (from);
  for (let step = 0; view && step < 10; step++) {
    try {
      if (view[dialect.adapter]) return /** @type {Adapter} */ (view[dialect.adapter]);
      if (view.parent === view) return null;
    } catch {
      return null; // a window of another host
    }
    view = /** @type {View | null} */ (view.parent);
  }
  return null;
}

/** A session; without a platform nothing is kept. */
export class ScormSession {
  #adapter;
  #dialect;
  #isOpen;

  /** @param {Adapter | null} adapter @param {Dialect} dialect */
  constructor(adapter, dialect) {
    this.#adapter = adapter;
    this.#dialect = dialect;
    this.#isOpen = adapter !== null && String(adapter[dialect.calls.open]?.("")) === "true";
  }

  get isOpen() {
    return this.#isOpen;
  }

  /** What was kept of the learner's way. */
  begin() {
    const kept = this.#get("cmi.suspend_data");
    // A platform sets "completed" by itself at the end where a page has said nothing (1.2 RTE 3.4).
    if (["not attempted", "unknown", ""].includes(this.#get(this.#dialect.status))) {
      this.#set(this.#dialect.status, "incomplete");
      this.#save();
    }
    return kept;
  }

  /** What has been completed stays completed, also when a mark is taken away later. @param {Report} report */
  report({ kept, isDone, result }) {
    const { score, status, hasShares } = this.#dialect;
    this.#set("cmi.suspend_data", kept);
    if (result !== null) {
      this.#set(`${score}.min`, "0");
      this.#set(`${score}.max`, "100");
      this.#set(`${score}.raw`, String(percentOf(result)));
      if (hasShares) this.#set(`${score}.scaled`, String(rounded(result)));
    }
    if (isDone) this.#set(status, "completed");
    this.#save();
  }

  /** The learner may come back, also when all is done: what was marked and answered is then still there.
   * @param {number} milliseconds How long the session lasted */
  close(milliseconds) {
    this.#set(this.#dialect.time, this.#dialect.asTime(milliseconds));
    this.#set(this.#dialect.exit, "suspend");
    this.#call("close", "");
    this.#isOpen = false;
  }

  /** @param {string} name */
  #get(name) {
    return String(this.#call("get", name) || "");
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    this.#call("set", name, value);
  }

  #save() {
    this.#call("save", "");
  }

  /** @param {keyof Dialect["calls"]} call @param {string[]} values */
  #call(call, ...values) {
    return this.#isOpen && this.#adapter?.[this.#dialect.calls[call]]?.(...values);
  }
}
