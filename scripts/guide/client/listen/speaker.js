/* Speaks piece after piece, and tells where it is. A pause is an end: the piece is spoken anew when the reader goes on, as
   the browsers' own pause holds nothing on some phones. Nothing here knows of the page. */

/** @typedef {{ text: string, language: string }} Piece */
/** @typedef {{ text: string, lang: string, voice: SpeechSynthesisVoice | null,
 *   onboundary: unknown, onend: unknown, onerror: unknown }} Utterance */
/** @typedef {"idle" | "reading" | "paused"} State */
/** @template {Piece} P @typedef {{ piece(piece: P): void, word(piece: P, at: number, length?: number): void,
 *   state(state: State, isAtEnd: boolean): void }} Listener */

/** @template {Piece} P */
export class Speaker {
  #synthesis;
  #voiceOf;
  #make;
  #listener;
  /** @type {P[]} */
  #pieces = [];
  #at = 0;
  /** Counts what was begun: the events of what was broken off say nothing any more. */
  #turn = 0;
  /** What is being spoken. Where nobody holds it, Chromium forgets to tell that it has ended. @type {unknown} */
  spoken = null;
  /** @type {State} */
  state = "idle";

  /** @param {Pick<SpeechSynthesis, "speak" | "cancel" | "resume">} synthesis
   * @param {(language: string) => SpeechSynthesisVoice | null} voiceOf
   * @param {(text: string) => Utterance} make @param {Listener<P>} listener */
  constructor(synthesis, voiceOf, make, listener) {
    this.#synthesis = synthesis;
    this.#voiceOf = voiceOf;
    this.#make = make;
    this.#listener = listener;
  }

  /** @param {P[]} pieces */
  start(pieces) {
    this.#pieces = pieces;
    this.#at = 0;
    this.#go();
  }

  pause() {
    if (this.state !== "reading") return;
    this.#breakOff();
    this.#turnTo("paused");
  }

  resume() {
    if (this.state === "paused") this.#go();
  }

  stop() {
    if (this.state === "idle") return;
    this.#breakOff();
    this.#turnTo("idle");
  }

  #go() {
    this.#breakOff();
    // Another page may have left the browser's voice paused.
    this.#synthesis.resume();
    this.#turnTo("reading");
    this.#speak();
  }

  #breakOff() {
    this.#turn += 1;
    this.spoken = null;
    this.#synthesis.cancel();
  }

  /** @param {State} state @param {boolean} [isAtEnd] */
  #turnTo(state, isAtEnd = false) {
    this.state = state;
    this.#listener.state(state, isAtEnd);
  }

  #speak() {
    const piece = this.#pieces[this.#at];
    const voice = piece && this.#voiceOf(piece.language);
    if (!voice) {
      // The end; or the voice has been taken out of the machine meanwhile.
      this.#turnTo("idle", !piece);
      return;
    }
    const turn = (this.#turn += 1);
    /** @param {() => void} act */
    const whileOn = (act) => turn === this.#turn && act();
    const utterance = this.#make(piece.text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onboundary = (/** @type {{ name: string, charIndex: number, charLength?: number }} */ event) =>
      whileOn(() => event.name === "word" && this.#listener.word(piece, event.charIndex, event.charLength));
    utterance.onend = () =>
      whileOn(() => {
        this.#at += 1;
        this.#speak();
      });
    utterance.onerror = () => whileOn(() => this.stop());
    this.spoken = utterance;
    this.#listener.piece(piece);
    this.#synthesis.speak(/** @type {SpeechSynthesisUtterance} */ (utterance));
  }
}
