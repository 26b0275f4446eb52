/* A page shown in another site's frame (scheme.js loads this script only then): links within the guide stay in the frame
   without menus, links to other websites open in a tab of their own, as many of them refuse to be framed. */
import { linkOf } from "./finding.js";
import { keepSection } from "./embed/place.js";
import { fragmentOf } from "./leading/targets.js";
import { root } from "./site.js";

/** @param {HTMLAnchorElement} link */
function keepInFrame(link) {
  const address = new URL(link.href);
  if (!/^(https?|file):$/.test(address.protocol)) return;
  if (address.origin !== location.origin || !address.pathname.startsWith(root.pathname)) {
    link.target = "_blank";
    link.rel = "noopener";
  } else if (address.pathname !== location.pathname) {
    address.searchParams.set("embed", "");
    link.href = address.href;
  }
}

/** In the capture phase: before the browser, or another script, follows the link. @param {Event} event */
function onClick(event) {
  const link = linkOf(event);
  if (link && !link.target && !link.hasAttribute("download")) keepInFrame(link);
}

/** Once there is a page to look in. */
function startKeeping() {
  keepSection(() => document.getElementById(fragmentOf(new URL(location.href))));
}

document.addEventListener("click", onClick, true);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", startKeeping);
else startKeeping();
