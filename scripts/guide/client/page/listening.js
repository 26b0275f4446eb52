/* The button that reads the page aloud: there only where the browser has a voice of the reader's own machine for the
   page's language. What reads is loaded when it is first pressed. */
import { make, makeButton, makeIcon } from "../dom.js";
import { isOwnVoice } from "../listen/voices.js";
import { loadScript, loadStyle } from "../loading.js";

const LOUDSPEAKER =
  "M14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6M16.5 12A4.5 4.5 0 0 0 14 8v8a4.5 4.5 0 0 0 2.5-4M3 9v6h4l5 5V4L7 9z";

export function offerListening() {
  const above = document.querySelector("[data-listen]");
  const synthesis = window.speechSynthesis;
  if (!(above instanceof HTMLElement) || !synthesis) return;
  const { listen = "", listenStyle = "", listenWords = "{}" } = above.dataset;
  const offer = () => {
    const { lang } = document.documentElement;
    if (!synthesis.getVoices().some((voice) => isOwnVoice(voice, lang))) return;
    synthesis.removeEventListener("voiceschanged", offer);
    const words = JSON.parse(listenWords);
    const place = make("div", "guide-listen");
    let isLoading = false;
    const button = makeButton("", "", async () => {
      // Who presses twice while it is fetched does not want a pause.
      if (isLoading) return;
      isLoading = true;
      await Promise.all([loadScript(listen), loadStyle(listenStyle)]).finally(() => (isLoading = false));
      window.guideListen(place, button, words);
    });
    button.append(makeIcon(LOUDSPEAKER), make("span", "", words.start));
    place.append(button);
    above.append(place);
  };
  // Many browsers have their voices only some time after they are first asked for.
  synthesis.addEventListener("voiceschanged", offer);
  offer();
}
