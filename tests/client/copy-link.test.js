/* The lasting addresses of headings. */
import assert from "node:assert/strict";
import test from "node:test";
import { LastingAddresses } from "../../scripts/guide/client/copy-link/addresses.js";

const CANONICAL = "https://example.org/vanliga-fragor/";
const SHORT = "https://example.org/l/{}/";

test("the page and its questions have short addresses", () => {
  const addresses = new LastingAddresses(CANONICAL, SHORT, "faq", "what-is-it cost=faq-old-cost");
  assert.equal(addresses.page, "https://example.org/l/faq/");
  assert.equal(addresses.of("what-is-it"), "https://example.org/l/faq-what-is-it/");
  assert.equal(addresses.of("cost"), "https://example.org/l/faq-old-cost/");
  assert.equal(addresses.isQuestion("cost"), true);
});

test("other headings have the canonical address with their fragment", () => {
  const addresses = new LastingAddresses(CANONICAL, SHORT, "faq", "");
  assert.equal(addresses.of("åter"), `${CANONICAL}#%C3%A5ter`);
  assert.equal(addresses.of("constructor"), `${CANONICAL}#constructor`);
  assert.equal(addresses.isQuestion("constructor"), false);
});

test("a page without a short address has its canonical one", () => {
  assert.equal(new LastingAddresses(CANONICAL, SHORT, "", "").page, CANONICAL);
});
