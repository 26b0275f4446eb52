/* The open search as an entry of the browser's history. The browser itself is asked in tests/integration. */
import assert from "node:assert/strict";
import test from "node:test";
import { Entry } from "../../scripts/guide/client/search/entry.js";

/** A page with a history, as little as the entry needs. @param {string} href */
function page(href) {
  /** @type {{ state: unknown, href: string }[]} */
  const entries = [{ state: null, href }];
  let at = 0;
  const target = new globalThis.EventTarget();
  const history = {
    get state() {
      return entries[at].state;
    },
    /** @param {unknown} state @param {string} _ @param {URL | string} address */
    pushState(state, _, address) {
      entries.splice(++at, entries.length, { state, href: String(address) });
    },
    /** @param {unknown} state @param {string} _ @param {URL | string} address */
    replaceState(state, _, address) {
      entries[at] = { state, href: String(address) };
    },
    back() {
      globalThis.setTimeout(() => {
        at--;
        target.dispatchEvent(new globalThis.Event("popstate"));
      });
    },
  };
  const location = {
    get href() {
      return entries[at].href;
    },
  };
  Object.assign(globalThis, { history, location, window: target, document: { title: "Steps – Guide" } });
  return { addresses: () => entries.map((each) => each.href.replace("https://g.se", "")) };
}

test("opening adds an entry, which carries the query and the title, and leaving goes back", async () => {
  const { addresses } = page("https://g.se/steps/");
  const entry = new Entry("Search: {}");
  await entry.enter();
  entry.remember("$& trust");
  assert.deepEqual(addresses(), ["/steps/", "/steps/?q=%24%26+trust"]);
  assert.equal(globalThis.document.title, "Search: $& trust – Steps – Guide");
  await entry.leave();
  assert.equal(globalThis.location.href, "https://g.se/steps/");
  assert.equal(globalThis.document.title, "Steps – Guide");
});

test("a search that came in the address has the page itself below it", async () => {
  const { addresses } = page("https://g.se/steps/?q=trust#why");
  await new Entry("{}").enter();
  assert.deepEqual(addresses(), ["/steps/#why", "/steps/?q=trust#why"]);
});

test("entering twice adds one entry; entering while leaving waits", async () => {
  const { addresses } = page("https://g.se/");
  const entry = new Entry("{}");
  await entry.enter();
  await entry.enter();
  assert.deepEqual(addresses(), ["/", "/"]);
  entry.leave();
  assert.ok(entry.isLeaving);
  await entry.enter();
  assert.ok(!entry.isLeaving);
  entry.remember("x");
  assert.deepEqual(addresses(), ["/", "/?q=x"]);
});

test("where the history cannot be written, the search works without an entry", async () => {
  page("file:///guide/index.html?q=trust");
  Object.assign(globalThis.history, {
    pushState: () => {
      throw new Error("no");
    },
  });
  const entry = new Entry("{}");
  await entry.enter();
  await entry.leave();
  assert.equal(globalThis.location.href, "file:///guide/index.html");
});
