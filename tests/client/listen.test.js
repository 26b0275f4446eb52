/* Reading aloud: which voices, what is spoken at one go, and what becomes of pauses, ends and failures. */
import assert from "node:assert/strict";
import test from "node:test";
import { sentencesOf, wordLength } from "../../scripts/guide/client/listen/sentences.js";
import { Speaker } from "../../scripts/guide/client/listen/speaker.js";
import { isOwnVoice, voiceFor } from "../../scripts/guide/client/listen/voices.js";

/** @param {string} name @param {string} lang @param {boolean} localService */
const voice = (name, lang, localService, isDefault = false) =>
  /** @type {SpeechSynthesisVoice} */ ({ name, lang, localService, default: isDefault, voiceURI: name });

const OWN = voice("Alva", "sv-SE", true);

test("only a voice of the reader's own machine reads, and only in its language", () => {
  assert.equal(isOwnVoice(OWN, "sv"), true);
  assert.equal(isOwnVoice(voice("Android", "SV_se", true), "sv"), true);
  assert.equal(isOwnVoice(voice("From afar", "sv-SE", false), "sv"), false);
  assert.equal(isOwnVoice(voice("Swahili", "sw-KE", true), "sv"), false);
  assert.equal(isOwnVoice(voice("None", "", true), "sv"), false);
});

test("the voice that the reader has chosen goes first, but never one from afar", () => {
  const chosen = voice("Klara", "sv-SE", true, true);
  assert.equal(voiceFor([voice("Afar", "sv-SE", false, true), OWN, chosen], "sv"), chosen);
  assert.equal(voiceFor([voice("Afar", "sv-SE", false, true), OWN], "sv"), OWN);
  assert.equal(voiceFor([voice("Afar", "sv-SE", false, true)], "sv"), null);
});

test("a passage is cut into sentences, each with its place", () => {
  const text = "Det är 3,5 procent. Se sid. 4! ”Får vi det här?” frågar hon. —";
  const found = sentencesOf(text, "sv");
  assert.ok(found.length >= 3);
  for (const sentence of found) assert.equal(text.slice(sentence.start).startsWith(sentence.text), true);
  assert.equal(found[0].text.trim(), "Det är 3,5 procent.");
  assert.deepEqual(sentencesOf(" – ", "sv"), []);
});

test("a word ends where it ends, when the browser does not say", () => {
  const text = "”Får vi det?” Åsa-Lena, e-post.";
  assert.equal(text.slice(1, 1 + wordLength(text, 1)), "Får");
  assert.equal(text.slice(14, 14 + wordLength(text, 14)), "Åsa-Lena");
  assert.equal(wordLength("", 0), 0);
});

/** A browser's voice that speaks when it is told to. */
class FakeSynthesis {
  /** What is being spoken. @type {any} */
  spoken = null;
  /** @type {string[]} */
  said = [];
  calls = "";

  /** @param {any} utterance */
  speak(utterance) {
    this.spoken = utterance;
    this.said.push(utterance.text);
  }

  /** As browsers do, it tells that what was spoken has been broken off. */
  cancel() {
    const { spoken } = this;
    this.spoken = null;
    this.calls += "c";
    spoken?.onerror({ error: "interrupted" });
  }

  resume() {
    this.calls += "r";
  }

  end() {
    const { spoken } = this;
    this.spoken = null;
    spoken.onend({});
  }
}

const PIECES = ["Ett.", "Två.", "Tre."].map((text) => ({ text, language: "sv" }));

function speaking(voiceOf = /** @type {(language: string) => SpeechSynthesisVoice | null} */ (() => OWN)) {
  const synthesis = new FakeSynthesis();
  /** @type {unknown[]} */
  const told = [];
  const speaker = new Speaker(synthesis, voiceOf, (text) => /** @type {any} */ ({ text }), {
    piece: ({ text }) => told.push(text),
    word: (piece, at, length) => told.push([piece.text, at, length]),
    state: (state, isAtEnd) => told.push(isAtEnd ? `${state} at the end` : state),
  });
  return { synthesis, told, speaker };
}

test("it reads piece after piece, to the end", () => {
  const { synthesis, told, speaker } = speaking();
  speaker.start(PIECES);
  assert.equal(synthesis.spoken.voice, OWN);
  assert.equal(synthesis.spoken.lang, "sv-SE");
  PIECES.forEach(() => synthesis.end());
  assert.deepEqual(told, ["reading", "Ett.", "Två.", "Tre.", "idle at the end"]);
});

test("a pause breaks off, and the piece is read again from its beginning", () => {
  const { synthesis, told, speaker } = speaking();
  speaker.start(PIECES);
  synthesis.end();
  speaker.pause();
  assert.equal(synthesis.spoken, null);
  speaker.pause();
  speaker.resume();
  assert.deepEqual(synthesis.said, ["Ett.", "Två.", "Två."]);
  assert.deepEqual(told, ["reading", "Ett.", "Två.", "paused", "reading", "Två."]);
  speaker.resume();
  assert.equal(synthesis.said.length, 3);
});

test("stopping ends it, and the next time begins at the beginning", () => {
  const { synthesis, told, speaker } = speaking();
  speaker.stop();
  assert.deepEqual(told, []);
  speaker.start(PIECES);
  synthesis.end();
  speaker.stop();
  speaker.resume();
  assert.equal(speaker.state, "idle");
  assert.equal(synthesis.spoken, null);
  speaker.start(PIECES);
  assert.equal(synthesis.said.at(-1), "Ett.");
});

test("it can be stopped while it is paused", () => {
  const { told, speaker } = speaking();
  speaker.start(PIECES);
  speaker.pause();
  speaker.stop();
  assert.equal(told.at(-1), "idle");
});

test("words are told of, other boundaries are not, and neither is what was broken off", () => {
  const { synthesis, told, speaker } = speaking();
  speaker.start(PIECES);
  const first = synthesis.spoken;
  first.onboundary({ name: "sentence", charIndex: 0 });
  first.onboundary({ name: "word", charIndex: 0, charLength: 3 });
  speaker.pause();
  first.onboundary({ name: "word", charIndex: 1, charLength: 2 });
  first.onend({});
  assert.deepEqual(told, ["reading", "Ett.", ["Ett.", 0, 3], "paused"]);
});

test("where the voice fails it stops, and says nothing of an end", () => {
  const { synthesis, told, speaker } = speaking();
  speaker.start(PIECES);
  synthesis.spoken.onerror({ error: "audio-hardware" });
  assert.equal(told.at(-1), "idle");
  assert.equal(synthesis.said.length, 1);
});

test("without a voice nothing is spoken", () => {
  const { synthesis, told, speaker } = speaking(() => null);
  speaker.start(PIECES);
  assert.deepEqual(synthesis.said, []);
  assert.deepEqual(told, ["reading", "idle"]);
});

test("a voice that another page has left paused is woken", () => {
  const { synthesis, speaker } = speaking();
  speaker.start(PIECES);
  assert.equal(synthesis.calls, "cr");
});
