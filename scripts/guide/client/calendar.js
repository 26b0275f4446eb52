/* A calendar file of whole days (RFC 5545). Nothing here knows what the days are for. */

/** A day in the calendar: "2026-11-28". @typedef {{ id: string, day: string, title: string, text: string }} Event */

/** Octets in a line, without what ends it (3.1). */
const LONGEST_LINE = 75;

/** A text value (3.3.11). @param {string} text */
const escaped = (text) =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    // eslint-disable-next-line no-control-regex -- no text may hold these
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** A line, folded where it is longer than may be; never within a letter. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let text = "";
  let length = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (length + size > LONGEST_LINE) {
      text += "\r\n ";
      length = 1;
    }
    text += letter;
    length += size;
  }
  return text;
}

/** @param {string} day */
const asDate = (day) => day.replaceAll("-", "");

/** The day after, which is where a whole day ends. @param {string} day */
function dayAfter(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** @param {Event[]} events @param {Date} now @param {string} maker What made the file */
export function calendarText(events, now, maker) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(maker)}//EN`, "CALSCALE:GREGORIAN"];
  for (const { id, day, title, text } of events) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${id}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${asDate(day)}`,
      `DTEND;VALUE=DATE:${asDate(dayAfter(day))}`,
      `SUMMARY:${escaped(title)}`,
      ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  lines.push("END:VCALENDAR");
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
