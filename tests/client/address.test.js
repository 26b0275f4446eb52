/* What the page shows, in its address. */
import assert from "node:assert/strict";
import test from "node:test";
import { LONGEST_PARAMETER, parameter, withParameters } from "../../scripts/guide/client/address.js";
import { fileAt } from "../../scripts/guide/client/file-at.js";

test("values are set, empty ones left out, others kept", () => {
  const address = withParameters("https://example.org/a/?q=old&other=1#there", { q: "vad är det", theme: "" });
  assert.equal(address.href, "https://example.org/a/?q=vad+%C3%A4r+det&other=1#there");
  assert.equal(withParameters("https://example.org/?theme=x", { theme: "" }).href, "https://example.org/");
});

test("what is written is read back", () => {
  const state = { words: "a & b = c", theme: "culture" };
  const { searchParams } = withParameters("file:///tmp/site/index.html", state);
  assert.deepEqual(Object.fromEntries(searchParams), state);
});

test("from a folder, the page in it is named", () => {
  assert.equal(fileAt("file:///tmp/site/steg/?q=a#b"), "file:///tmp/site/steg/index.html?q=a#b");
  assert.equal(fileAt("file:///tmp/site/steg/x.html"), "file:///tmp/site/steg/x.html");
  assert.equal(fileAt("https://guide.example/steg/"), "https://guide.example/steg/");
});

test("of a parameter no more is looked at than tells that there is more", () => {
  assert.equal(parameter("q", "?q=%20vad+%C3%A4r%20&a=1"), "vad är");
  assert.equal(parameter("q", `?q=${"x".repeat(100_000)}`).length, LONGEST_PARAMETER + 1);
  for (const odd of ["", "?", "?q", "?q=%E0%A4%A", "?Q=x"]) assert.ok(parameter("q", odd).length <= 3, odd);
});
