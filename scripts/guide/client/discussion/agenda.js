/* A meeting's agenda: which part comes when, and the whole as text. What is read of the page, and shown, is in
   discussion.js. */

/** @typedef {{ name: string, text: string, adds: "nothing" | "say" | "case" | "decision" }} Part */
/** @typedef {{ part: string, minutes: number, questions: number[] }} Step */
/** @typedef {{ text: string, address: string }} Link */
/** @typedef {{ name: string, why: string, time: string, before: string, say: string, decision: string, reading: Link[],
 *   case: Link, questions: string[] }} Topic */
/** @typedef {{ when: string, name: string, text: string, added: string, link: Link | null, questions: string[] }} Item */

/** Minutes after midnight as a time of day. @param {number} minutes */
const clock = (minutes) =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(".");

/** Minutes after midnight, or null. @param {string} time As a field of that type gives it: "08:30" or "" */
export function minutesOf(time) {
  const found = /^(\d\d):(\d\d)/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** @param {Step[]} steps @param {Record<string, Part>} parts @param {Topic} topic @param {number | null} start
 * @param {Record<string, string>} words @returns {Item[]} */
export function itemsOf(steps, parts, topic, start, words) {
  let at = 0;
  return steps.map((step) => {
    const { name, text, adds } = parts[step.part];
    const ends = [at, at + step.minutes];
    at += step.minutes;
    const shown = start === null ? ends.map(String) : ends.map((minutes) => clock(start + minutes));
    const pattern = start === null ? words.at : words.clock;
    return {
      when: shown.reduce((said, end) => said.replace("{}", end), pattern),
      name,
      text,
      added: adds === "say" || adds === "decision" ? topic[adds] : "",
      link: adds === "case" ? topic.case : null,
      questions: step.questions.map((number) => topic.questions[number - 1]),
    };
  });
}

/** What a meeting is called. @param {Topic} topic @param {number} minutes @param {Record<string, string>} words */
export const titleOf = (topic, minutes, words) =>
  words.meeting.replace("{}", topic.name).replace("{}", String(minutes));

/** The whole as text for an invitation, in the form of Markdown. @param {string} title @param {Topic} topic
 * @param {Item[]} items @param {string[]} roles @param {Record<string, string>} words */
export function agendaText(title, topic, items, roles, words) {
  const lines = [`# ${title}`, "", topic.why, "", topic.time];
  lines.push(...topic.reading.map((link) => `- ${link.text}: ${link.address}`), "", topic.before, "", words.roles);
  lines.push(...roles.map((role) => `- ${role}`), "");
  for (const item of items) {
    lines.push([item.when, item.name].join(" "), [item.text, item.added].filter(Boolean).join(" "));
    if (item.link) lines.push(`- ${item.link.text}: ${item.link.address}`);
    lines.push(...item.questions.map((question) => `- ${question}`), "");
  }
  return lines.join("\n");
}
