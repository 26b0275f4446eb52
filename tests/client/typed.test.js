/* What somebody meant who typed a short address. */
import assert from "node:assert/strict";
import test from "node:test";
import { meantBy } from "../../scripts/guide/client/leading/typed.js";

test("capitals, spaces and marks are passed over", () => {
  for (const typed of [
    "Steps-Leadership",
    "STEPS-LEADERSHIP/",
    "steps-leadership.",
    "%20steps-leadership%20/",
    "(steps_leadership)",
    "steps%E2%80%93leadership",
    "steps leadership//",
  ])
    assert.equal(meantBy(`l/${typed}`), "l/steps-leadership/", typed);
  assert.equal(meantBy("L/SV/Steps"), "l/sv/steps/");
  assert.equal(meantBy("l/Steps.html"), "l/steps.html");
});

test("what was typed as it is leads nowhere, and nothing is led twice", () => {
  for (const typed of [
    "l/steps-leadership/",
    "l/sv/steps/",
    "l/steps.html",
    "l/",
    "l/../",
    "l/%",
    "steg/Ledarskap/",
    "",
    "l/" + "a".repeat(500),
  ])
    assert.equal(meantBy(typed), null, typed);
  for (const typed of ["l/A B%", "l/%C3%85/x", "l/<b>", "l//x//", "l/.html", "l/a.HTML/"]) {
    const meant = meantBy(typed);
    if (meant !== null) assert.equal(meantBy(meant), null, typed);
  }
});
