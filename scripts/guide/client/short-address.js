/* Leads on from a short address to the page in the reader's language (leading/targets.js says which). The page names
   its languages in data-to, and the root of the site in data-base. */
import { shortTo } from "./leading/targets.js";

const given = document.currentScript?.dataset ?? {};

/** The language that was chosen in the guide: written by page/language.js under the name that Material gives what it
 * keeps. */
function chosenLanguage() {
  try {
    const { pathname } = new URL(given.base ?? "", location.href);
    return JSON.parse(localStorage.getItem(`${pathname}.guide-language`) ?? "null");
  } catch {
    return null;
  }
}

const languages = [chosenLanguage(), ...(navigator.languages ?? [navigator.language])];
location.replace(shortTo(JSON.parse(given.to ?? "{}"), new URL(location.href), languages));
