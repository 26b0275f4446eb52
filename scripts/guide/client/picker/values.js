/* Values of measures over time: from what people write, and from the rows of a sheet, to series, and back to rows. What is
   shown of them is in chart.js, what they say in runs.js. */

/** @typedef {import("./choosing.js").Measure} Measure */
/** @typedef {[string, number]} Point A day, or a month, and a value */
/** @typedef {Record<string, Point[]>} Series By the id of the measure, in the order of time */

/** More than this is no series of ours. */
export const MOST_POINTS = 120;
const LONGEST_NUMBER = 20;
const WRITTEN_DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ].*)?$/;
const WRITTEN_NUMBER = /^[-−]?\d+(?:[.,]\d+)?$/;
/** What spreadsheets count days from, which is day 25569 before 1970. */
const DAYS_BEFORE_1970 = 25569;
const DAY_LENGTH = 86_400_000;
/** Serial numbers of days from 1990 to 2100; other numbers are no days. */
const FIRST_SERIAL = 32874;
const LAST_SERIAL = 73415;

/** "2026-01-31" or "2026-01", or "" where it is neither. @param {string} text */
export function dayOf(text) {
  const written = text.trim();
  const found = WRITTEN_DAY.exec(written);
  if (!found) return "";
  const [, year, month, day] = found;
  const date = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  const plain = day ? `${year}-${month}-${day}` : `${year}-${month}`;
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(plain) ? plain : "";
}

/** The day that a spreadsheet keeps as a number. @param {string} text */
export function dayOfSerial(text) {
  const serial = Number(text);
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return "";
  return new Date((Math.floor(serial) - DAYS_BEFORE_1970) * DAY_LENGTH).toISOString().slice(0, 10);
}

/** A number as people write it: "1 200,5", "78.3", "6,9 %"; null where it is none. @param {string} text */
export function numberOf(text) {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, "");
  if (!WRITTEN_NUMBER.test(plain) || plain.length > LONGEST_NUMBER) return null;
  return Number(plain.replace("−", "-").replace(",", "."));
}

/** @param {Point[]} points One value a day: the last that was written */
export const inOrder = (points) =>
  [...new Map(points)].sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, MOST_POINTS);

/** What the rows of a sheet hold: its first row names the measures, its first column holds the days.
 * @param {string[][]} rows @param {Measure[]} measures All that there are
 * @returns {{ series: Series, skipped: number } | null} Null where no measure is known there */
export function seriesOf(rows, measures) {
  const [head = [], ...body] = rows;
  const columns = head.map((cell) => {
    const name = cell.trim().toLowerCase();
    return measures.find((one) => one.id === name || one.names.some((each) => each.toLowerCase() === name))?.id;
  });
  if (!columns.some(Boolean)) return null;
  /** @type {Record<string, Point[]>} */
  const found = {};
  let skipped = 0;
  for (const [first = "", ...cells] of body) {
    const written = cells.some((cell) => cell.trim());
    const day = dayOf(first) || dayOfSerial(first);
    if (!day) {
      skipped += Number(written);
      continue;
    }
    for (const [number, cell] of cells.entries()) {
      const id = columns[number + 1];
      if (!id || !cell.trim()) continue;
      const value = numberOf(cell);
      if (value === null) skipped += 1;
      else (found[id] ??= []).push([day, value]);
    }
  }
  const series = Object.fromEntries(Object.entries(found).map(([id, points]) => [id, inOrder(points)]));
  for (const id of columns) if (id) series[id] ??= [];
  return { series, skipped };
}

/** The days that any of the measures has a value for. @param {Series} series @param {string[]} ids */
export const daysOf = (series, ids) => [...new Set(ids.flatMap((id) => (series[id] ?? []).map(([day]) => day)))].sort();

/** What was kept, as far as it can be used. @param {any} found @param {Measure[]} measures @returns {Series} */
export function keptSeries(found, measures) {
  /** @type {Series} */
  const series = {};
  for (const { id } of measures) {
    const points = typeof found === "object" && found !== null && Object.hasOwn(found, id) ? found[id] : [];
    if (!Array.isArray(points)) continue;
    const usable = points.filter(
      (point) => Array.isArray(point) && dayOf(String(point[0])) === point[0] && Number.isFinite(point[1]),
    );
    if (usable.length) series[id] = inOrder(usable);
  }
  return series;
}
