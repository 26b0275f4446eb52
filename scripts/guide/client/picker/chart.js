/* A run chart: the values in the order of time, joined by a line, and their median. It is drawn for a phone, 330 units wide;
   the table beside it says the same. Points stand as far apart as they are in time. */

/** @typedef {import("./values.js").Point} Point */

const CHART_WIDTH = 330;
const CHART_HEIGHT = 190;
const SIDE = 14;
const TOP = 24;
const BOTTOM = CHART_HEIGHT - 26;

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} [text] */
function drawn(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

/** @param {string} day */
const timeOf = (day) => Date.parse(day.length === 7 ? `${day}-01` : day);

/** Where a value stands between two ends; in the middle where they are the same.
 * @param {number} value @param {number} from @param {number} to */
const share = (value, from, to) => (to === from ? 0.5 : (value - from) / (to - from));

/** @param {Point[]} points At least one @param {number} median
 * @param {{ label: string, median: string }} texts What it is called, and the words at the median's line
 * @param {(value: number) => string} written */
export function drawRun(points, median, texts, written) {
  const values = [...points.map(([, value]) => value), median];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [points[0][0], points[points.length - 1][0]];
  const x = (/** @type {string} */ day) =>
    SIDE + share(timeOf(day), timeOf(first), timeOf(last)) * (CHART_WIDTH - 2 * SIDE);
  const y = (/** @type {number} */ value) => BOTTOM - share(value, low, high) * (BOTTOM - TOP);
  const svg = drawn("svg", {
    viewBox: `0 0 ${CHART_WIDTH} ${CHART_HEIGHT}`,
    class: "guide-tool__figure",
    role: "img",
    "aria-label": texts.label,
  });
  const places = points.map(([day, value]) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`);
  svg.append(
    drawn("line", { x1: SIDE, x2: CHART_WIDTH - SIDE, y1: y(median), y2: y(median), class: "guide-picker__median" }),
    drawn("polyline", { points: places.join(" "), class: "guide-tool__line", fill: "none" }),
    ...points.map(([day, value]) => drawn("circle", { cx: x(day), cy: y(value), r: 4, class: "guide-tool__dot" })),
    drawn("text", { x: SIDE, y: 15 }, `${texts.median} ${written(median)}`),
    drawn("text", { x: SIDE - 8, y: CHART_HEIGHT - 6 }, first),
    drawn("text", { x: CHART_WIDTH - SIDE + 8, y: CHART_HEIGHT - 6, "text-anchor": "end" }, last),
  );
  return svg;
}
