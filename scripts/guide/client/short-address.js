/* Leads on from a short address to the page in the reader's language (leading/targets.js says which). The page names
   its languages in data-to. */
import { recall } from "./kept.js";
import { inFrame, shortTo } from "./leading/targets.js";
import { ownScript, root } from "./site.js";

// The language that was chosen in the guide comes first: page/language.js keeps it.
const languages = [recall(root, "guide-language"), ...(navigator.languages ?? [navigator.language])];
const target = shortTo(JSON.parse(ownScript.dataset.to ?? "{}"), new URL(location.href), languages);
location.replace(window.top === window.self ? target : inFrame(target));
