/* The group as a drawing: for each dimension a line from 1 to 5 with a dot for each person, those with the same value above
   each other, and a mark for the mean. A second measurement stands below the first, as squares. */
import { at, draw, ROW_TOP, WIDTH } from "../assessment/drawing.js";

/** @typedef {import("./picture.js").Spread} GroupSpread */

/** How far dots lie above each other, and how high they may reach: in a big group they overlap rather than grow. */
const STACK = 7;
const HIGHEST = 42;
const SMALLEST = 14;

/** @param {GroupSpread} spread */
function heightOf({ values }) {
  const most = Math.max(...values.map((value) => values.filter((other) => other === value).length));
  const step = Math.min(STACK, HIGHEST / most);
  return { step, height: Math.max(SMALLEST, most * step) + 12 };
}

/** @param {GroupSpread} spread @param {number} line @param {number} step @param {"circle" | "rect"} shape */
function drawBand(spread, line, step, shape) {
  /** @type {Map<number, number>} */
  const stacked = new Map();
  const drawn = [draw("line", { x1: at(1), x2: at(5), y1: line, y2: line, class: "guide-tool__line" })];
  for (const value of spread.values) {
    const below = stacked.get(value) ?? 0;
    stacked.set(value, below + 1);
    const y = line - 5 - below * step;
    /** @type {Record<string, number>} */
    const square = { x: at(value) - 3, y: y - 3, width: 6, height: 6 };
    const place = shape === "circle" ? { cx: at(value), cy: y, r: 3 } : square;
    drawn.push(draw(shape, { ...place, class: "guide-tool__person" }));
  }
  const mean = at(spread.mean);
  drawn.push(draw("line", { x1: mean, x2: mean, y1: line - 4, y2: line + 9, class: "guide-tool__range" }));
  return drawn;
}

/** @param {{ name: string, spreads: (GroupSpread | null)[] }[]} rows @param {string} label @param {string} tooFew */
export function drawGroup(rows, label, tooFew) {
  let top = 0;
  const figure = draw("svg", { class: "guide-tool__figure", role: "img", "aria-label": label });
  for (const { name, spreads } of rows) {
    figure.append(draw("text", { x: at(1), y: top + ROW_TOP }, name));
    top += ROW_TOP + 4;
    for (const [number, spread] of spreads.entries()) {
      if (spread) {
        const { step, height } = heightOf(spread);
        figure.append(...drawBand(spread, top + height - 8, step, number === 0 ? "circle" : "rect"));
        top += height + 4;
      } else {
        figure.append(draw("text", { x: at(1), y: top + ROW_TOP }, tooFew));
        top += ROW_TOP + 8;
      }
    }
    top += 6;
  }
  for (const value of [1, 2, 3, 4, 5]) {
    figure.append(draw("text", { x: at(value), y: top + 12, "text-anchor": "middle" }, String(value)));
  }
  figure.setAttribute("viewBox", `0 0 ${WIDTH} ${top + 20}`);
  return figure;
}
