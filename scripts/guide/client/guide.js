/* The guide's own behaviour on every page; each part works alone and the page reads without it. What few readers use
   (search, explanations) is loaded when it is asked for. */
import { addCopyButtons } from "./copy-link.js";
import { loadScript } from "./loading.js";
import { openDetails } from "./page/details.js";
import { explainOnDemand } from "./page/explaining.js";
import { showPlace } from "./page/header.js";
import { connectLanguages } from "./page/language.js";
import { offerListening } from "./page/listening.js";
import { connectMenus } from "./page/menu.js";
import { fitSidebars } from "./page/sidebars.js";
import { measureTables, nameTables } from "./page/tables.js";
import { nameCutTexts } from "./page/texts.js";
import { searchOnDemand } from "./search/opening.js";
import { ownScript, root } from "./site.js";

connectMenus();
connectLanguages(root);
searchOnDemand();
addCopyButtons(ownScript.dataset);
offerListening();
measureTables();
nameTables();
openDetails();
showPlace();
fitSidebars();
nameCutTexts();
explainOnDemand(ownScript.dataset.explanations ?? "");
if (location.protocol === "file:") loadScript(ownScript.dataset.folder ?? "");
// Without it the page reads as well.
const follow = () => loadScript(ownScript.dataset.scrolled ?? "").catch(() => undefined);
if (window.scrollY > 0) follow();
else window.addEventListener("scroll", follow, { once: true, passive: true });
