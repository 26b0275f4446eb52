/* Files on the reader's own computer, for the tools: a text to save, and a file to open. Nothing goes by way of a server.
   What stands in a file is for its tool to judge; whatever comes back may have been changed by anybody. */
import { make, makeButton } from "./dom.js";

/** How long a browser may take to fetch a file that it was handed, in milliseconds. */
const FETCHED_WITHIN = 60_000;

/** Hands the browser something to save as a file. Where it ends up is for the browser, or the reader, to say.
 * @param {string} name With its ending @param {string} type Its media type @param {BlobPart} content */
export function saveFile(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), FETCHED_WITHIN);
}

/** The text of a file that a reader has chosen, or why there is none.
 * @param {File} file @param {number} most Bytes @returns {Promise<{ text: string, problem: "" | "too-big" | "damaged" }>} */
export async function textOfFile(file, most) {
  if (file.size > most) return { text: "", problem: "too-big" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()), problem: "" };
  } catch {
    return { text: "", problem: "damaged" };
  }
}

/** A button that lets a reader choose a file. @param {string} className @param {string} text
 * @param {string} accept Endings and media types, as the accept attribute has them @param {(file: File) => void} act */
export function makeFileButton(className, text, accept, act) {
  const field = make("input");
  field.type = "file";
  field.accept = accept;
  field.addEventListener("change", () => {
    const file = field.files?.[0];
    field.value = ""; // Or the same file could not be chosen again.
    if (file) act(file);
  });
  return makeButton(className, text, () => field.click());
}

/** What a file may be called: its name and the day, as 2026-11-28 where the reader is.
 * @param {string} name @param {Date} day @param {string} ending */
export function fileName(name, day, ending) {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return `${name}-${parts.map((part) => String(part).padStart(2, "0")).join("-")}.${ending}`;
}

/** A cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula is made plain text by an apostrophe
 * before it, as OWASP advises: https://owasp.org/www-community/attacks/CSV_Injection @param {string} value */
export function csvCell(value) {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** A CSV file that spreadsheets open as UTF-8. @param {string[][]} rows
 * @param {string} separator Excel expects that of the reader's language */
export const csvText = (rows, separator) =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(separator)).join("\r\n")}\r\n`;
