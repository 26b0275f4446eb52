/* From a purpose to a set of measures, from rows to series, and what a run of values says. What spreadsheets make of the
   files is in tests/integration/test_indicator_picker.py. */
import assert from "node:assert/strict";
import test from "node:test";
import { zipped } from "../../scripts/guide/client/archive.js";
import { csvRows } from "../../scripts/guide/client/csv.js";
import { csvText } from "../../scripts/guide/client/files.js";
import { chosenFor } from "../../scripts/guide/client/picker/choosing.js";
import { medianOf, runOf } from "../../scripts/guide/client/picker/runs.js";
import {
  dayOf,
  dayOfSerial,
  daysOf,
  inOrder,
  keptSeries,
  numberOf,
  seriesOf,
} from "../../scripts/guide/client/picker/values.js";
import { workbookRows } from "../../scripts/guide/client/unpacking.js";
import { workbookFile } from "../../scripts/guide/client/workbook.js";

const ALL = ["state", "region", "municipality"];
/** @param {string} id @param {string} perspective @param {string[]} sectors */
const measure = (id, perspective, sectors = ALL) => ({
  id,
  perspective,
  sectors,
  name: `Mått ${id}`,
  names: [`Mått ${id}`, `Measure ${id}`],
});
const GIVEN = {
  version: 1,
  counts: [5, 6, 7, 8],
  perspectives: ["results", "staff", "citizens"].map((id) => ({ id, name: id })),
  purposes: [{ id: "trial", name: "Trial", measures: ["s1", "s2", "s3", "r1", "r2", "c1", "c2"] }],
  measures: [
    measure("s1", "staff", ["municipality"]),
    measure("s2", "staff"),
    measure("s3", "staff"),
    measure("r1", "results"),
    measure("r2", "results"),
    measure("c1", "citizens"),
    measure("c2", "citizens"),
  ],
  rules: "",
  decimal: ",",
  words: {},
};

test("a set has one of each perspective first, then the purpose's order", () => {
  assert.deepEqual(chosenFor(GIVEN, "trial", "municipality", 3), ["s1", "r1", "c1"]);
  assert.deepEqual(chosenFor(GIVEN, "trial", "municipality", 5), ["s1", "s2", "s3", "r1", "c1"]);
  assert.deepEqual(chosenFor(GIVEN, "trial", "state", 3), ["s2", "r1", "c1"]);
  assert.deepEqual(chosenFor(GIVEN, "trial", "state", 8).length, 6);
  assert.deepEqual(chosenFor(GIVEN, "nothing", "state", 5), []);
});

test("days and numbers are read as people write them, and nothing else is", () => {
  assert.equal(dayOf(" 2027-01-31 "), "2027-01-31");
  assert.equal(dayOf("2027-01"), "2027-01");
  assert.equal(dayOf("2027-01-31T00:00:00"), "2027-01-31");
  for (const text of ["", "2027-02-30", "2027-13", "31/01/2027", "januari", "46053"])
    assert.equal(dayOf(text), "", text);
  assert.equal(dayOfSerial("46418"), "2027-01-31");
  for (const text of ["1", "x", "", "999999"]) assert.equal(dayOfSerial(text), "", text);
  assert.equal(numberOf("1\u00a0200,5"), 1200.5);
  assert.equal(numberOf("6,9 %"), 6.9);
  assert.equal(numberOf("−3"), -3);
  for (const text of ["", "a", "1,2,3", "1e9", "=1+1", "0x10"]) assert.equal(numberOf(text), null, text);
});

test("rows become series in the order of time, and what cannot be read is counted", () => {
  const rows = [
    ["Datum", "Measure s1", "okänt", "mått r1"],
    ["2027-02", "12", "9", "1,5"],
    ["46388", "14", "", ""],
    ["igår", "5", "", ""],
    ["2027-03", "många", "", "2"],
    ["", "", "", ""],
  ];
  const found = seriesOf(rows, GIVEN.measures);
  assert.deepEqual(found?.series.s1, [
    ["2027-01-01", 14],
    ["2027-02", 12],
  ]);
  assert.deepEqual(found?.series.r1.length, 2);
  assert.equal(found?.skipped, 2);
  assert.equal(seriesOf([["a", "b"]], GIVEN.measures), null);
  assert.equal(seriesOf([], GIVEN.measures), null);
  assert.deepEqual(daysOf(found?.series ?? {}, ["s1", "r1"]), ["2027-01-01", "2027-02", "2027-03"]);
});

test("a day has one value, the last that was written", () => {
  assert.deepEqual(inOrder([["2027-02", 1], ["2027-01", 2], ["2027-02", 3]]), [["2027-01", 2], ["2027-02", 3]]); // prettier-ignore
});

test("what is kept is read as if anybody had written it", () => {
  const kept = { s1: [["2027-01", 5], ["x", 1], ["2027-02", "6"], 7], r1: "no", other: [["2027-01", 1]] }; // prettier-ignore
  assert.deepEqual(keptSeries(kept, GIVEN.measures), { s1: [["2027-01", 5]] });
  for (const nothing of [null, undefined, 5, "x", []]) assert.deepEqual(keptSeries(nothing, GIVEN.measures), {});
});

/** One value a month. @param {number[]} values @returns {[string, number][]} */
const monthly = (values) => values.map((value, at) => [`${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`, value]); // prettier-ignore
const ORDINARY = [14, 12, 15, 13, 14, 16, 12, 14, 15, 13, 14, 15];

test("the median is that of the first twelve", () => {
  assert.equal(medianOf([3, 1, 2]), 2);
  assert.equal(medianOf([4, 1, 2, 3]), 2.5);
  const { median, of } = runOf(monthly([...ORDINARY, 1, 1, 1]));
  assert.deepEqual([median, of], [14, 12]);
});

test("seven in a row on one side are a sign, six are none, and values on the line do not count", () => {
  assert.equal(runOf(monthly([...ORDINARY, 12, 12, 14, 12, 12, 12, 12])).sign, null);
  const found = runOf(monthly([...ORDINARY, 12, 14, 12, 12, 14, 12, 12, 12, 12])).sign;
  assert.deepEqual(found, { from: "2027-01", to: "2027-09", count: 7 });
});

test("nothing is said of runs before there are twelve values", () => {
  assert.equal(runOf(monthly([20, 20, 20, 20, 1, 1, 1, 1, 1, 1, 1])).sign, null);
});

test("CSV is read with the separator that it has", () => {
  for (const separator of [";", ",", "\t"]) {
    const text = csvText([["Datum", 'Ett "mått"; så, här'], ["2027-01", "=1\n2"]], separator); // prettier-ignore
    assert.deepEqual(csvRows(text), [["Datum", 'Ett "mått"; så, här'], ["2027-01", "=1\n2"]]); // prettier-ignore
  }
  assert.deepEqual(csvRows("Datum;A\r\n2027-01;12,5\r\n;;\r\n"), [["Datum", "A"], ["2027-01", "12,5"]]); // prettier-ignore
  assert.deepEqual(csvRows(""), []);
});

test("a workbook comes back as it was written, whatever was in it", async () => {
  const rows = [["Datum", "=A & <b>"], ["2027-01", 12.5], ["", ""], ["2027-02", -3]]; // prettier-ignore
  const sheets = [
    { name: "Värden", widths: [10, 20], rows },
    { name: "Mer", widths: [10], rows: [["annat"]] },
  ];
  const back = await workbookRows(await workbookFile(sheets).arrayBuffer());
  assert.deepEqual(back, [["Datum", "=A & <b>"], ["2027-01", "12.5"], ["", ""], ["2027-02", "-3"]]); // prettier-ignore
});

test("a workbook of other programs: shared texts, cells that are left out, names with a prefix", async () => {
  const sheet = `<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c r="A3" s="2"><x:v>46418</x:v></x:c><x:c r="C3" t="str"><x:f>1&gt;0</x:f><x:v>a</x:v></x:c><x:c r="D3"/></x:row></x:sheetData></x:worksheet>`; // prettier-ignore
  const file = zipped({
    "xl/workbook.xml": '<workbook><sheets><sheet name="A" sheetId="7" d2:id="rId9"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<R><Relationship Target="/xl/deep/one.xml" Id="rId9"/></R>',
    "xl/sharedStrings.xml": "<sst><si><t>no</t></si><si><r><t>Mått </t></r><r><t>s&#229;1</t></r></si></sst>",
    "xl/deep/one.xml": sheet,
  });
  assert.deepEqual(await workbookRows(await file.arrayBuffer()), [["", "Mått så1"], ["46418", "", "a", ""]]); // prettier-ignore
});

test("what is no workbook is refused", async () => {
  const files = [
    new Blob([]),
    new Blob(["x".repeat(100)]),
    zipped({ "a.txt": "b" }),
    zipped({ "xl/workbook.xml": "<a" }),
  ];
  for (const file of files) await assert.rejects(file.arrayBuffer().then(workbookRows));
});
