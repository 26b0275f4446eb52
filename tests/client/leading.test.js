/* Where addresses that only lead on lead. */
import assert from "node:assert/strict";
import test from "node:test";
import { inFrame, movedTo, shortTo } from "../../scripts/guide/client/leading/targets.js";

/** @param {string} path */
const at = (path) => new URL(path, "https://example.org/");
const nowhere = () => false;

test("a page that has moved takes query and fragment along", () => {
  const moved = { to: "../ny/", moved: {} };
  assert.equal(movedTo(moved, at("/gammal/?q=%C3%A5#x"), nowhere), "https://example.org/ny/?q=%C3%A5#x");
  assert.equal(movedTo({ ...moved, to: "../ny/#y" }, at("/gammal/#x"), nowhere), "https://example.org/ny/#y");
});

test("an anchor that has moved leads to its own place", () => {
  const moved = { to: "../ny/", moved: { gone: "../annan/#där", å: "#aa" } };
  assert.equal(movedTo(moved, at("/gammal/?a=1#gone"), nowhere), "https://example.org/annan/?a=1#d%C3%A4r");
  assert.equal(movedTo(moved, at("/gammal/#%C3%A5"), nowhere), "https://example.org/gammal/#aa");
});

test("nothing moves where all is in place, or the anchor is none that moved", () => {
  const moved = { moved: { gone: "#there" } };
  assert.equal(
    movedTo(moved, at("/sida/#gone"), () => true),
    null,
  );
  assert.equal(movedTo(moved, at("/sida/#other"), nowhere), null);
  assert.equal(movedTo(moved, at("/sida/"), nowhere), null);
  assert.equal(movedTo(moved, at("/sida/#constructor"), nowhere), null);
  assert.equal(movedTo(moved, at("/sida/#%E0%A4%A"), nowhere), null);
});

const HREFS = { sv: "../../steg/", en: "../../en/steps/#top" };
/** @param {unknown[]} languages */
const led = (languages, hrefs = HREFS) =>
  shortTo(hrefs, at("/l/steps/?a=1#x"), languages).replace("https://example.org", "");

test("a short address leads to the language that was chosen, then to the browser's", () => {
  assert.equal(led(["sv", "en-GB"]), "/steg/?a=1#x");
  assert.equal(led([null, "en-GB", "sv"]), "/en/steps/?a=1#top");
  assert.equal(led(["xx", "SV-fi"]), "/steg/?a=1#x");
});

test("who reads Norwegian or Danish is given Swedish", () => {
  for (const code of ["nb-NO", "nn", "no", "da"]) assert.equal(led([null, code, "en"]), "/steg/?a=1#x", code);
});

test("for other languages English, or what there is", () => {
  assert.equal(led([null, "fi", "constructor"]), "/en/steps/?a=1#top");
  assert.equal(led([null, "fi"], /** @type {typeof HREFS} */ ({ sv: "../../steg/" })), "/steg/?a=1#x");
});

test("in a frame a page is asked for without its menus, its query and fragment kept", () => {
  assert.equal(inFrame("https://example.org/steg/?a=1#x"), "https://example.org/steg/?a=1&embed=#x");
  assert.equal(inFrame("https://example.org/steg/?embed"), "https://example.org/steg/?embed=");
});
