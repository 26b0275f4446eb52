/* On the page for missing addresses: leads on from a short address that was typed as people type (leading/typed.js). */
import { meantBy } from "./leading/typed.js";
import { root } from "./site.js";

const meant = meantBy(location.pathname.slice(root.pathname.length));
if (meant) location.replace(new URL(meant + location.search + location.hash, root));
