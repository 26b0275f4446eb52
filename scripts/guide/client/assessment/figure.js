/* The profile as a drawing: for each dimension a line from 1 to 5, on it the span of the answers and a dot for their mean.
   It is drawn for a phone, 330 units wide; the table beside it says the same in words. */
import { at, draw, RIGHT, ROW_TOP, WIDTH } from "./drawing.js";
import { written } from "./profile.js";

/** @typedef {import("./profile.js").PartResult} Drawn */

const ROW = 46;

/** @param {Drawn} part @param {number} top @param {string} language @param {string} tooFew */
function drawPart(part, top, language, tooFew) {
  const line = top + 32;
  const value = part.mean === null ? tooFew : written(part.mean, language);
  const drawn = [
    draw("text", { x: at(1), y: top + ROW_TOP }, part.name),
    draw("text", { x: RIGHT, y: top + ROW_TOP, "text-anchor": "end" }, value),
    draw("line", { x1: at(1), x2: RIGHT, y1: line, y2: line, class: "guide-tool__line" }),
  ];
  if (part.mean !== null) {
    drawn.push(
      draw("line", {
        x1: at(part.lowest),
        x2: at(part.highest),
        y1: line,
        y2: line,
        class: "guide-tool__range",
      }),
      draw("circle", { cx: at(part.mean), cy: line, r: 7, class: "guide-tool__dot" }),
    );
  }
  return drawn;
}

/** @param {Drawn[]} parts @param {string} language @param {{ result: string, "too-few": string }} words */
export function drawProfile(parts, language, words) {
  const height = parts.length * ROW + 26;
  const figure = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`,
    class: "guide-tool__figure",
    role: "img",
    "aria-label": words.result,
  });
  for (const [number, part] of parts.entries())
    figure.append(...drawPart(part, number * ROW, language, words["too-few"]));
  for (const value of [1, 2, 3, 4, 5]) {
    figure.append(draw("text", { x: at(value), y: height - 6, "text-anchor": "middle" }, String(value)));
  }
  return figure;
}
