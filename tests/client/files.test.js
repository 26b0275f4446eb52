/* Files that tools save and open: their names, their cells, and what cannot be read. */
import assert from "node:assert/strict";
import test from "node:test";
import { csvCell, csvText, fileName, textOfFile } from "../../scripts/guide/client/files.js";

test("a cell that a spreadsheet would take for a formula is plain text", () => {
  for (const start of ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\t", "\r", "\n@"]) {
    assert.equal(csvCell(`${start}cmd|' /C calc'!A0`)[1], "'", JSON.stringify(start));
  }
  assert.equal(csvCell("a = b"), '"a = b"');
  assert.equal(csvCell("2026-11-28"), '"2026-11-28"');
  assert.equal(csvCell(""), '""');
});

test("quotation marks, separators and new lines stay within their cell", () => {
  assert.equal(csvCell('say "yes"; no'), '"say ""yes""; no"');
  const text = csvText(
    [
      ["A", "B"],
      ["one\ntwo", "å;ä"],
    ],
    ";",
  );
  assert.equal(text, '\uFEFF"A";"B"\r\n"one\ntwo";"å;ä"\r\n');
});

test("a file bears the day where the reader is", () => {
  assert.equal(fileName("beslutskarta", new Date(2026, 0, 5, 23, 59), "json"), "beslutskarta-2026-01-05.json");
});

/** @param {BlobPart} content */
const fileOf = (content) => /** @type {File} */ (new Blob([content]));

test("what is too big is not opened, and what is no text is no text", async () => {
  assert.deepEqual(await textOfFile(fileOf("åäö"), 6), { text: "åäö", problem: "" });
  assert.deepEqual(await textOfFile(fileOf("åäö"), 5), { text: "", problem: "too-big" });
  assert.deepEqual(await textOfFile(fileOf(new Uint8Array([0xff, 0xfe, 0x00])), 9), { text: "", problem: "damaged" });
});
