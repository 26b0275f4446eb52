/* Reads the page aloud with a voice of the reader's own machine; loaded when the button is first pressed
   (page/listening.js). The button then pauses and goes on, beside it stands one that stops; Escape stops too, and so does
   leaving the page. All words come from the attributes of the place where the buttons stand. */
import { make, makeButton } from "./dom.js";
import { loadStyle } from "./loading.js";
import { Marks } from "./listen/marks.js";
import { passagesOf } from "./listen/passages.js";
import { sentencesOf, wordLength } from "./listen/sentences.js";
import { Speaker } from "./listen/speaker.js";
import { voiceFor } from "./listen/voices.js";

/** @typedef {import("./listen/passages.js").Passage} Passage */
/** @typedef {{ text: string, language: string, start: number, passage: Passage }} Spoken */

const language = document.documentElement.lang;

/** A voice for a stretch in another language, else the page's. @param {string} wanted */
function voiceOf(wanted) {
  const voices = speechSynthesis.getVoices();
  return voiceFor(voices, wanted) ?? voiceFor(voices, language);
}

/** @returns {Spoken[]} */
function spokenParts() {
  const article = document.querySelector(".guide-page");
  return (article ? passagesOf(article) : []).flatMap((passage) =>
    sentencesOf(passage.text, passage.language || language).map(({ text, start }) => ({
      text,
      start,
      language: passage.language || language,
      passage,
    })),
  );
}

class Reading {
  #words;
  #label;
  #place;
  #stop;
  #status = make("span");
  #marks = new Marks();
  /** @type {Speaker<Spoken>} */
  #speaker;

  /** @param {HTMLElement} place Where the buttons stand @param {HTMLButtonElement} button
   * @param {Record<string, string>} words */
  constructor(place, button, words) {
    this.#words = words;
    this.#place = place;
    this.#label = /** @type {HTMLElement} */ (button.lastElementChild);
    this.#stop = makeButton("", words.stop, () => {
      button.focus({ preventScroll: true });
      this.#speaker.stop();
    });
    this.#stop.hidden = true;
    this.#status.setAttribute("role", "status");
    place.append(this.#stop, this.#status);
    this.#speaker = new Speaker(speechSynthesis, voiceOf, (text) => new SpeechSynthesisUtterance(text), {
      piece: ({ passage }) => this.#marks.show(passage),
      word: ({ text, start }, at, length) =>
        this.#marks.showWord(start + at, start + at + (length || wordLength(text, at))),
      state: (state, isAtEnd) => this.#show(state, isAtEnd),
    });
    document.addEventListener("keydown", (event) => this.#hear(event));
    window.addEventListener("pagehide", () => this.#speaker.stop());
  }

  toggle() {
    const { state } = this.#speaker;
    if (state === "reading") this.#speaker.pause();
    else if (state === "paused") this.#speaker.resume();
    else this.#speaker.start(spokenParts());
  }

  /** @param {KeyboardEvent} event */
  #hear(event) {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    this.#speaker.stop();
  }

  /** @param {import("./listen/speaker.js").State} state @param {boolean} isAtEnd */
  #show(state, isAtEnd) {
    const { start, pause, resume, reading, paused, ended } = this.#words;
    this.#label.textContent = { idle: start, reading: pause, paused: resume }[state];
    this.#status.textContent = { idle: isAtEnd ? ended : "", reading, paused }[state];
    this.#place.classList.toggle("guide-listen--on", state !== "idle");
    this.#stop.hidden = state === "idle";
    if (state === "idle") this.#marks.clear();
  }
}

async function begin() {
  const place = document.querySelector("[data-listen]");
  const button = place?.querySelector("button");
  if (!(place instanceof HTMLElement) || !button) return;
  const { listenStyle = "", listenWords = "{}" } = place.dataset;
  // Read it will without its look, too.
  await loadStyle(listenStyle).catch(() => {});
  const reading = new Reading(place, button, JSON.parse(listenWords));
  button.addEventListener("click", () => reading.toggle());
  reading.toggle();
}

begin();
