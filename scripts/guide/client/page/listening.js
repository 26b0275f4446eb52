/* The button that reads the page aloud: shown only where the browser has a voice of the reader's own machine for the
   page's language. What reads (listen.js) is loaded when it is first pressed, and then begins by itself. */
import { isOwnVoice } from "../listen/voices.js";
import { loadScript } from "../loading.js";

export function offerListening() {
  const place = document.querySelector("[data-listen]");
  const synthesis = window.speechSynthesis;
  if (!(place instanceof HTMLElement) || !synthesis) return;
  const offer = () => {
    if (synthesis.getVoices().some((voice) => isOwnVoice(voice, document.documentElement.lang))) place.hidden = false;
  };
  // Many browsers have their voices only some time after they are first asked for.
  synthesis.addEventListener("voiceschanged", offer);
  offer();
  const begin = () =>
    loadScript(place.dataset.listen ?? "").catch(() => place.addEventListener("click", begin, { once: true }));
  place.addEventListener("click", begin, { once: true });
}
