/* Marks of finished steps, kept by the learning platform; the session with it is in scorm/session.js. Without a
   platform the page works as a list, and nothing is stored. The words stand in the attributes of #status. */
import { the } from "./finding.js";
import { adapterIn, progressOf, Session } from "./scorm/session.js";

const started = Date.now();
const session = new Session(adapterIn(window) ?? adapterIn(window.opener));
const said = the(document, "#status", HTMLElement);
const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll(".mark input")]);
const marks = () => boxes.map((box) => box.checked);

function tell() {
  const { progress = "", allDone = "", noPlatform = "" } = said.dataset;
  said.textContent = progressOf(marks(), session.isOpen, { progress, allDone, noPlatform });
}

function report() {
  session.report(marks());
  tell();
}

const kept = session.begin();
for (const [number, box] of boxes.entries()) {
  box.checked = kept[number] === "1";
  box.addEventListener("change", report);
}
tell();
window.addEventListener("pagehide", () => session.close(marks(), Date.now() - started));
