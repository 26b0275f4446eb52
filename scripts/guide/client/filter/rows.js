/* Which rows of a filtered table are shown, and what its count says. The form is made in filter.js, and what a table
   can be filtered by is said by the build (scripts/guide/filtering.py). */

/** @typedef {{ text: string, values: Record<string, string> }} Row Its text, and by key the values it has, by space */
/** @typedef {{ words: string, chosen: Record<string, string> }} Wanted Words, and values by key */

/** @param {Row} row @param {Wanted} wanted */
export function isWanted(row, { words, chosen }) {
  const text = row.text.toLocaleLowerCase();
  return (
    Object.entries(chosen).every(([key, value]) => !value || (row.values[key] ?? "").split(" ").includes(value)) &&
    words
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

/** @param {string} pattern "{} of {} rows" @param {number} shown @param {number} all */
export const countOf = (pattern, shown, all) => pattern.replace("{}", String(shown)).replace("{}", String(all));
