/* Which voices may read a page: those of the reader's own machine. A voice from afar would be sent the text. */

/** @param {SpeechSynthesisVoice} voice @param {string} language Of the page, as "sv" */
export const isOwnVoice = ({ localService, lang }, language) =>
  localService && lang.split(/[-_]/)[0].toLowerCase() === language;

/** The voice for a language: the reader's own choice where it speaks it, else the first; null where there is none.
 * @param {SpeechSynthesisVoice[]} voices @param {string} language */
export function voiceFor(voices, language) {
  const own = voices.filter((voice) => isOwnVoice(voice, language));
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}
