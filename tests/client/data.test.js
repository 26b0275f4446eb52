/* The form in which the index travels. */
import assert from "node:assert/strict";
import test from "node:test";
import { lists, numbers, termsIn, unitsIn } from "../../scripts/guide/client/search/data.js";
import { Index } from "../../scripts/guide/client/search/index.js";
import { asData, STOP, SWEDISH, written } from "./small-index.js";

test("numbers of one digit and of several", () => {
  assert.deepEqual(numbers("#$~"), [0, 1, 90]);
  assert.deepEqual(numbers("!$#!~~"), [91, 8280]);
  assert.deepEqual(numbers("!!$##!!~~~!!!$###"), [8281, 753570, 753571]);
  assert.deepEqual(numbers("[]^"), [56, 57, 58]);
  assert.deepEqual(numbers(""), []);
  const some = Array.from({ length: 999 }, (_, at) => at * at * 7);
  assert.deepEqual(numbers(written(some)), some);
});

test("lists of rising numbers", () => {
  assert.deepEqual(lists(written([2, 0, 3]), written([0, 3, 1, 0, 0])), [[0, 4], [], [1, 2, 3]]);
});

test("terms are written as what differs from the one before", () => {
  const data = { ...asData("sv", STOP, SWEDISH), shared: written([0, 4, 2]), rests: "chef skap öd" };
  assert.deepEqual(termsIn(data), ["chef", "chefskap", "chöd"]);
});

test("units know their page, and questions the heading above", () => {
  const units = unitsIn(asData("sv", STOP, SWEDISH));
  assert.deepEqual(units[0].place, ["Guiden"]);
  assert.deepEqual(units[1].place, ["Guiden", "Frågor"]);
  assert.deepEqual(units[2].place, ["Guiden", "Frågor", "Att börja"]);
  assert.deepEqual([units[2].address, units[2].anchor, units[2].number], ["fragor/", "u2", 2]);
});

test("an index of another form is refused", () => {
  assert.throws(() => new Index({ ...asData("sv", STOP, SWEDISH), format: 1 }), /form 1, not 4/);
});
