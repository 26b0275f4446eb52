/* Reading CSV (RFC 4180, and what spreadsheets make of it): the separator is the one that the first line has most of.
   Writing is in files.js. */

/** @param {string} text */
function separatorOf(text) {
  const line = text.split(/[\r\n]/, 1)[0].replace(/"[^"]*"/g, "");
  const count = (/** @type {string} */ sign) => line.split(sign).length;
  return [";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

/** The cells of each row. An apostrophe that was put before a formula is taken away again. @param {string} content */
export function csvRows(content) {
  const text = content.replace(/^\uFEFF/, "");
  const separator = separatorOf(text);
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows[rows.length - 1].push(cell.replace(/^'(?=[=+\-@\t\r])/, ""));
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (!isQuoted && sign === separator) endCell();
    else if (!isQuoted && (sign === "\n" || sign === "\r")) {
      if (sign === "\r" && text[at + 1] === "\n") at += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each.trim()));
}
