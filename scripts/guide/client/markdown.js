/* A document of headings, paragraphs and tables as Markdown (GitHub Flavored). Nothing here knows what it is about. */

/** A table has a share of the width for each column.
 * @typedef {{ heading: string } | { text: string } | { columns: string[], shares: number[], rows: string[][] }} Block */

/** What the reader has written is text: signs that Markdown reads as its own are not. @param {string} text */
const plain = (text) => text.trim().replace(/[\\`*_[\]<>#|~&]/g, "\\$&");

/** @param {string} text */
const inCell = (text) =>
  plain(text)
    .split(/\r\n|\r|\n/)
    .join("<br>");

/** @param {Block} block */
function written(block) {
  if ("heading" in block) return `## ${plain(block.heading)}`;
  if ("text" in block) return plain(block.text);
  const lines = [block.columns, block.columns.map(() => "---"), ...block.rows];
  return lines.map((cells, number) => `| ${cells.map(number === 1 ? String : inCell).join(" | ")} |`).join("\n");
}

/** @param {string} title @param {Block[]} blocks */
export function markdownText(title, blocks) {
  const parts = [`# ${plain(title)}`, ...blocks.map(written), ""];
  return parts.join("\n\n").replace(/\n$/, "");
}
