/* A learner's session with the learning platform (SCORM 1.2 Run-Time Environment, 3.3 and 3.4): what is kept, what is
   reported, and when. The page's list and its words are in scorm.js. */

/** @typedef {"LMSInitialize" | "LMSGetValue" | "LMSCommit" | "LMSFinish"} Call */
/** @typedef {Record<Call, (name: string) => unknown> & { LMSSetValue(name: string, value: string): unknown }} Adapter */
/** @typedef {{ API?: Adapter, parent: View | null }} View A window, as far as it matters here */

/** The platform's adapter hangs on a window above this one, or on the one that opened it (RTE 3.3).
 * @param {unknown} from */
export function adapterIn(from) {
  let view = /** @type {View | null} */ (from);
  for (let step = 0; view && step < 10; step++) {
    try {
      if (view.API) return view.API;
      if (view.parent === view) return null;
    } catch {
      return null; // a window of another host
    }
    view = view.parent;
  }
  return null;
}

/** "hhhh:mm:ss", as CMITimespan wants it (RTE 3.4). @param {number} milliseconds */
export function timespan(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** A session; without a platform nothing is kept. */
export class Session {
  #adapter;
  #isOpen;

  /** @param {Adapter | null} adapter */
  constructor(adapter) {
    this.#adapter = adapter;
    this.#isOpen = String(adapter?.LMSInitialize("")) === "true";
  }

  get isOpen() {
    return this.#isOpen;
  }

  /** The marks that were kept, "1" and "0". */
  begin() {
    // A platform sets "completed" by itself at the end where a page has said nothing (RTE 3.4).
    const kept = this.#get("cmi.suspend_data");
    if (this.#get("cmi.core.lesson_status") === "not attempted") {
      this.#set("cmi.core.lesson_status", "incomplete");
      this.#commit();
    }
    return kept;
  }

  /** What has been completed stays completed, also when a mark is taken away later. @param {boolean[]} marks */
  report(marks) {
    this.#set("cmi.suspend_data", marks.map(Number).join(""));
    if (marks.every(Boolean)) this.#set("cmi.core.lesson_status", "completed");
    this.#commit();
  }

  /** @param {boolean[]} marks @param {number} milliseconds How long the session lasted */
  close(marks, milliseconds) {
    this.#set("cmi.core.session_time", timespan(milliseconds));
    this.#set("cmi.core.exit", marks.every(Boolean) ? "" : "suspend");
    if (this.#isOpen) this.#adapter?.LMSFinish("");
    this.#isOpen = false;
  }

  /** @param {string} name */
  #get(name) {
    return this.#isOpen ? String(this.#adapter?.LMSGetValue(name) || "") : "";
  }

  /** @param {string} name @param {string} value */
  #set(name, value) {
    if (this.#isOpen) this.#adapter?.LMSSetValue(name, value);
  }

  #commit() {
    if (this.#isOpen) this.#adapter?.LMSCommit("");
  }
}

/** What the page says of the learner's way.
 * @param {boolean[]} marks @param {boolean} isKept
 * @param {{ progress: string, allDone: string, noPlatform: string }} words */
export function progressOf(marks, isKept, { progress, allDone, noPlatform }) {
  const done = marks.filter(Boolean).length;
  const counted = progress.replace("{}", String(done)).replace("{}", String(marks.length));
  return [counted, done === marks.length && allDone, !isKept && noPlatform].filter(Boolean).join(" ");
}
