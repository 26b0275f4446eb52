/* From answers to a group's picture: sums only. Nothing is given of fewer than the fewest, nor of a group that one could
   work out by taking one from another. */

/** @typedef {import("../assessment/code.js").Coded} Answer */
/** @typedef {{ count: number, mean: number, lowest: number, highest: number, values: number[] }} Spread */
/** @typedef {{ all: Spread | null, managers: Spread | null, staff: Spread | null }} DimensionPicture */
/** @typedef {{ counts: number[], unknown: number, spread: Spread }} StatementPicture How many answered 1, 2, … 5 */
/** @typedef {{ sizes: number[], fewest: number, known: number }} Rules How many statements each dimension has; the fewest
 *   people that anything is shown of; the fewest answers of a person that a mean is made of */

/** @param {number[]} values @param {number} fewest @returns {Spread | null} */
function spreadOf(values, fewest) {
  if (values.length < fewest) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return { count: sorted.length, mean, lowest: sorted[0], highest: sorted[sorted.length - 1], values: sorted };
}

/** One person's mean in a dimension; none where few of the answers are a figure.
 * @param {Answer} answer @param {number} from @param {number} size @param {number} needed */
function meanOf({ answers }, from, size, needed) {
  const known = answers.slice(from, from + size).filter((value) => value > 0);
  return known.length < needed ? [] : [known.reduce((sum, value) => sum + value, 0) / known.length];
}

/** What a group says of each dimension; null where too few say anything. Managers and staff are told apart only where
 * both are enough, in the dimension too: else the one could be had from all less the other.
 * @param {Answer[]} group @param {Rules} rules @returns {DimensionPicture[]} */
export function dimensionsOf(group, { sizes, fewest, known }) {
  let from = 0;
  return sizes.map((size) => {
    const start = from;
    from += size;
    /** @param {Answer[]} some */
    const spread = (some) =>
      spreadOf(
        some.flatMap((answer) => meanOf(answer, start, size, known)),
        fewest,
      );
    const managers = spread(group.filter(({ isManager }) => isManager));
    const staff = spread(group.filter(({ isManager }) => !isManager));
    const isApart = managers !== null && staff !== null;
    return { all: spread(group), managers: isApart ? managers : null, staff: isApart ? staff : null };
  });
}

/** What a group answered to each statement; null where too few gave a figure.
 * @param {Answer[]} group @param {Rules} rules @returns {(StatementPicture | null)[]} */
export function statementsOf(group, { sizes, fewest }) {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  return Array.from({ length: count }, (_, at) => {
    const given = group.map(({ answers }) => answers[at]);
    const spread = spreadOf(
      given.filter((value) => value > 0),
      fewest,
    );
    if (!spread) return null;
    const counts = [1, 2, 3, 4, 5].map((step) => spread.values.filter((value) => value === step).length);
    return { counts, unknown: given.length - spread.count, spread };
  });
}

/** @param {Spread} spread */
const variance = ({ values, mean }) =>
  values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);

/** Answers as far apart as this, in standard deviations, are worth a question. */
const DIVIDED = 1;

/** The statements that people see most differently, the widest first, by their place in the list.
 * @param {(StatementPicture | null)[]} statements @param {number} most */
export function widestOf(statements, most) {
  const found = statements.flatMap((one, at) => {
    const deviation = one ? Math.sqrt(variance(one.spread)) : 0;
    return deviation >= DIVIDED ? [{ at, deviation }] : [];
  });
  return found
    .sort((a, b) => b.deviation - a.deviation)
    .slice(0, most)
    .map(({ at }) => at);
}

/** Standard errors of a difference within which chance alone often brings it; 2.5 and not 2, as groups are small and as
 * six dimensions are looked at together. */
const ERRORS = 2.5;
/** No margin is less than a quarter of a step: one answer of one person in one statement. */
const LEAST = 0.25;

/** How a second measurement lies beside a first. @param {Spread} first @param {Spread} second
 * @returns {{ difference: number, margin: number, reading: "alike" | "higher" | "lower" }} */
export function compare(first, second) {
  const error = Math.sqrt(variance(first) / first.count + variance(second) / second.count);
  const margin = Math.max(ERRORS * error, LEAST);
  const difference = second.mean - first.mean;
  if (Math.abs(difference) <= margin) return { difference, margin, reading: "alike" };
  return { difference, margin, reading: difference > 0 ? "higher" : "lower" };
}
