/* Which measures make a balanced set: sums only. The form is in indicator-picker.js. */

/** @typedef {{ id: string, perspective: string, name: string, names: string[], sectors: string[] }} Measure */
/** @typedef {{ version: number, counts: number[], perspectives: { id: string, name: string }[],
 *   purposes: { id: string, name: string, measures: string[] }[], measures: Measure[], rules: string, decimal: string,
 *   words: Record<string, string> }} PickerGiven */

/** The ids of a set: the first of each perspective, then the purpose's own order; in that order.
 * @param {PickerGiven} given @param {string} purpose @param {string} sector @param {number} count */
export function chosenFor({ purposes, perspectives, measures }, purpose, sector, count) {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const wanted = purposes.find(({ id }) => id === purpose)?.measures ?? [];
  const possible = wanted.filter((id) => byId.get(id)?.sectors.includes(sector));
  const first = perspectives.map(({ id }) => possible.find((one) => byId.get(one)?.perspective === id));
  const order = [...new Set([...first.filter((id) => id !== undefined), ...possible])];
  const chosen = order.slice(0, count);
  return possible.filter((id) => chosen.includes(id));
}
