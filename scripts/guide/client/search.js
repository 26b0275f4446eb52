/* The search dialog, ready to be opened: search/opening.js loads this script, and asks it. */
import { the } from "./finding.js";
import { SearchDialog } from "./search/dialog.js";

const search = new SearchDialog(the(document, "#guide-search", HTMLDialogElement));
window.guideSearch = { open: (query) => search.open(query) };
