/* Codes as QR codes, and read again: by what the site brings along (scripts/guide/client/vendored). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { encode, lettersOf, TAGS } from "../../scripts/guide/client/assessment/code.js";
import { decodeQR } from "../../scripts/guide/client/vendored/qr-decode.js";
import { encodeQR } from "../../scripts/guide/client/vendored/qr-encode.js";

const CODE = encode({ language: 1, isManager: true, answers: Array(24).fill(4), tag: TAGS - 7 }, 1);

/** As a camera sees it: grey, larger, a little askew. @param {boolean[][]} rows @param {number} scale @param {number} turn */
function seen(rows, scale, turn) {
  const side = Math.round(rows.length * scale * 1.6);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [dx, dy] = [x - side / 2, y - side / 2];
      const column = (dx * Math.cos(turn) + dy * Math.sin(turn)) / scale + rows.length / 2;
      const row = (dy * Math.cos(turn) - dx * Math.sin(turn)) / scale + rows.length / 2;
      const isDark = rows[Math.floor(row)]?.[Math.floor(column)] ?? false;
      data.fill(isDark ? 60 : 205, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

test("a code is the smallest QR code there is, and is read from a picture that is askew", () => {
  const rows = encodeQR(lettersOf(CODE), "raw", { ecc: "medium", border: 4 });
  assert.equal(rows.length, 21 + 2 * 4);
  for (const [scale, turn] of [
    [3, 0],
    [7, 0.2],
    [5, 2],
  ]) {
    assert.equal(decodeQR(seen(rows, scale, turn)), lettersOf(CODE), `${scale} ${turn}`);
  }
});

test("where there is no code, none is read", () => {
  const rows = Array.from({ length: 29 }, (_, y) => Array.from({ length: 29 }, (__, x) => (x * y) % 7 === 0));
  assert.throws(() => decodeQR(seen(rows, 5, 0)));
});

test("what the site brings along is of the release that package.json pins", () => {
  const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const name of ["qr-encode", "qr-decode"]) {
    const text = readFileSync(`scripts/guide/client/vendored/${name}.js`, "utf8");
    assert.ok(text.includes(`npm package qr ${devDependencies.qr},`), name);
  }
});
