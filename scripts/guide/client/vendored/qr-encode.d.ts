/** What we use of the package's generator: its cells, row by row, true where it is dark; `border` is how many light ones
 * stand around it. */
export function encodeQR(
  text: string,
  output: "raw",
  options: { ecc: "low" | "medium" | "quartile" | "high"; border: number },
): boolean[][];
