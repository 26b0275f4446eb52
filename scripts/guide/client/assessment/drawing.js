/* What the drawings of the tools share: a sheet for a phone, 330 units wide, with a scale from 1 to 5 across it. */

export const WIDTH = 330;
const LEFT = 12;
export const RIGHT = WIDTH - LEFT;
/** Where the letters of a row stand, below its upper edge. */
export const ROW_TOP = 18;

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} [text] */
export function draw(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

/** Where a value stands on the scale. @param {number} value */
export const at = (value) => LEFT + ((value - 1) / 4) * (RIGHT - LEFT);
