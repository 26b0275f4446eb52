/* The discussion guide (scripts/guide/pages/discussion.py writes every topic with the agenda of an hour): of what the reader
   chooses an agenda is made, to print or to copy. Nothing is sent or kept. */
import { copy } from "./copying.js";
import { agendaText, itemsOf, minutesOf, titleOf } from "./discussion/agenda.js";
import { make, makeButton, makeLink } from "./dom.js";
import { the } from "./finding.js";
import { printPart } from "./printing.js";

/** @typedef {import("./discussion/agenda.js").Topic} Topic */
/** @typedef {import("./discussion/agenda.js").Item} Item */
/** @typedef {import("./discussion/agenda.js").Link} Link */
/** @typedef {{ parts: Record<string, import("./discussion/agenda.js").Part>, words: Record<string, string>,
 *   agendas: Record<string, import("./discussion/agenda.js").Step[]> }} Given */

/** @param {ParentNode} within @param {string} selector */
const textOf = (within, selector) => the(within, selector, HTMLElement).innerText.trim();

/** @param {HTMLAnchorElement} link @returns {Link} */
const linkFrom = (link) => ({ text: (link.textContent ?? "").trim(), address: link.href });

/** What stands in the page of a topic. @param {HTMLElement} section @returns {Topic} */
function topicFrom(section) {
  /** @type {NodeListOf<HTMLElement>} */
  const asked = section.querySelectorAll("[data-question]");
  const questions = [...asked].sort((a, b) => Number(a.dataset.question) - Number(b.dataset.question));
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = section.querySelectorAll("[data-reading] a");
  return {
    name: textOf(section, "h3"),
    why: textOf(section, "[data-why]"),
    time: textOf(section, "[data-time]"),
    before: textOf(section, "[data-before]"),
    say: textOf(section, "[data-say]"),
    decision: textOf(section, "[data-decision]"),
    reading: [...links].map(linkFrom),
    case: linkFrom(the(section, "a[data-case]", HTMLAnchorElement)),
    questions: questions.map((each) => each.innerText.trim()),
  };
}

/** @param {(string | HTMLElement)[]} entries */
function listOfEntries(entries) {
  const list = make("ul");
  for (const entry of entries) {
    const item = make("li");
    item.append(entry);
    list.append(item);
  }
  return list;
}

/** @param {string} text */
function boldLine(text) {
  const shown = make("p");
  shown.append(make("strong", "", text));
  return shown;
}

/** @param {Link} link */
const linkTo = (link) => makeLink(link.address, link.text);

/** @param {Item[]} items */
function agendaList(items) {
  const list = make("dl");
  for (const item of items) {
    const shown = make("dd", "", [item.text, item.added].filter(Boolean).join(" "));
    if (item.link) shown.append(" ", linkTo(item.link));
    if (item.questions.length) shown.append(listOfEntries(item.questions));
    list.append(make("dt", "", `${item.when} ${item.name}`), shown);
  }
  return list;
}

/** @param {HTMLElement} tool */
function startDiscussion(tool) {
  /** @type {Given} */
  const { parts, agendas, words } = JSON.parse(tool.dataset.guideDiscussion ?? "");
  const form = the(tool, "form", HTMLFormElement);
  const plain = the(tool, "[data-plain]", HTMLElement);
  /** @type {NodeListOf<HTMLElement>} */
  const sections = plain.querySelectorAll("[data-topic]");
  const topics = new Map([...sections].map((each) => [each.dataset.topic ?? "", topicFrom(each)]));
  /** @type {NodeListOf<HTMLElement>} */
  const listed = plain.querySelectorAll("[data-roles] li");
  const roles = [...listed].map((each) => each.innerText.trim());
  const status = make("p", "guide-tool__status");
  const result = make("section", "guide-tool__result");
  status.setAttribute("role", "status");

  function chosen() {
    const data = new FormData(form);
    const topic = topics.get(String(data.get("topic")));
    if (!topic) throw new Error("no such topic");
    const length = String(data.get("length"));
    const items = itemsOf(agendas[length], parts, topic, minutesOf(String(data.get("start"))), words);
    return { topic, items, title: titleOf(topic, Number(length), words) };
  }

  function show() {
    const { topic, items, title } = chosen();
    result.replaceChildren(
      make("h3", "", title),
      make("p", "", topic.why),
      boldLine(topic.time),
      listOfEntries(topic.reading.map(linkTo)),
      make("p", "", topic.before),
      boldLine(words.roles),
      listOfEntries(roles),
      agendaList(items),
    );
  }

  const copyButton = makeButton("guide-tool__button", words.copy, async () => {
    const { topic, items, title } = chosen();
    const isDone = await copy(agendaText(title, topic, items, roles, words), copyButton);
    status.textContent = isDone ? words.copied : words["not-copied"];
  });
  const printButton = makeButton("guide-tool__button", words.print, () => printPart("result"));
  const buttons = make("div", "guide-tool__buttons");
  buttons.append(printButton, copyButton);
  plain.hidden = true;
  form.after(buttons, status, result);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    show();
    status.textContent = words.shown;
  });
  show();
}

/** @type {NodeListOf<HTMLElement>} */
const discussions = document.querySelectorAll("[data-guide-discussion]");
for (const each of discussions) startDiscussion(each);
