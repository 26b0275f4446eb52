/* What must happen before the page is painted, in the smallest script: the reader's colours, and whether the
   page stands in a frame (or is to look as if: ?embed). It does not
   hold up the page; before it has run, the style sheet follows the system by itself. */
import { keep, recall } from "./kept.js";
import { ownScript, root } from "./site.js";
import { trusted } from "./trusted.js";

const KEY = "__palette"; // the name that the theme's own script gave it, so that a choice lasts from then
const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = recall(root, KEY)?.color?.scheme;

const current = () => (/^(slate|default)$/.test(chosen) ? chosen : dark.matches ? "slate" : "default");

function paint() {
  document.body.dataset.mdColorScheme = current();
}

/** Runs as soon as there is a body: this script may come before it. @param {() => void} act */
function withBody(act) {
  if (document.body) {
    act();
    return;
  }
  const waiting = new MutationObserver(() => {
    if (!document.body) return;
    waiting.disconnect();
    act();
  });
  waiting.observe(document.documentElement, { childList: true });
}

/** Shown in another site's frame: what surrounds the text is hidden before it is painted. */
function startEmbedded() {
  document.documentElement.classList.add("guide-embed");
  const script = document.createElement("script");
  script.src = trusted(ownScript.dataset.embed ?? "");
  document.head.append(script);
}

/** The button in the header turns to the other scheme; its name says to which. */
function connectButton() {
  const button = document.querySelector("[data-guide-scheme]");
  if (!(button instanceof HTMLElement)) return;
  const { toDark = "", toLight = "" } = button.dataset;
  const name = () => {
    button.title = current() === "slate" ? toLight : toDark;
    button.setAttribute("aria-label", button.title);
  };
  name();
  button.addEventListener("click", () => {
    chosen = current() === "slate" ? "default" : "slate";
    keep(root, KEY, { color: { scheme: chosen } });
    // The whole page changes at once, and not each part in its own time.
    document.body.toggleAttribute("data-md-color-switching", true);
    paint();
    name();
    requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching"));
  });
  dark.addEventListener("change", () => {
    paint();
    name();
  });
}

document.documentElement.classList.replace("no-js", "js");
if (window.top !== window.self || new URLSearchParams(location.search).has("embed")) startEmbedded();
withBody(paint);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", connectButton);
else connectButton();
