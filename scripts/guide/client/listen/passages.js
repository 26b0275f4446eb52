/* What of a page is read aloud: its headings, paragraphs, lists, the cells of its tables and what figures say below
   themselves. Notes, buttons, code, forms and what a figure shows are not, nor what the reader does not see. */

const BLOCKS = "h1, h2, h3, p, li, dt, dd, td, th, figcaption, summary, blockquote";
const LEFT_OUT =
  "button, form, nav, pre, code, svg, sup, [hidden], [aria-hidden=true], .footnote, .footnote-ref, .guide-definition, " +
  ".guide-place, .guide-contents, .guide-dates, .guide-on-paper";

/** @typedef {{ node: Text, start: number }} Stretch `start`: where the node's text begins in the passage's */
/** @typedef {{ block: Element, text: string, language: string, stretches: Stretch[] }} Passage */

/** @param {Text} node */
function blockOf(node) {
  const parent = node.parentElement;
  if (!parent || parent.closest(LEFT_OUT)) return null;
  if (parent.closest("figure") && !parent.closest("figcaption")) return null;
  const block = parent.closest(BLOCKS);
  return block && block.checkVisibility?.() !== false ? block : null;
}

/** In the order of the page. @param {Element} root @returns {Passage[]} */
export function passagesOf(root) {
  /** @type {Passage[]} */
  const passages = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    const block = blockOf(text);
    if (!block) continue;
    let last = passages.at(-1);
    if (last?.block !== block) {
      const language = block.closest("[lang]")?.getAttribute("lang") ?? "";
      last = { block, text: "", language, stretches: [] };
      passages.push(last);
    }
    last.stretches.push({ node: text, start: last.text.length });
    // Letter for letter, so that places in the passage are places in the nodes.
    last.text += text.data.replace(/\s/g, " ");
  }
  return passages.filter((passage) => passage.text.trim());
}

/** The words of a passage from one place to another. @param {Passage} passage @param {number} from @param {number} to */
export function rangeOf({ stretches }, from, to) {
  const range = document.createRange();
  /** @param {number} place @param {boolean} isEnd */
  const at = (place, isEnd) =>
    stretches.filter(({ start }) => (isEnd ? start < place : start <= place)).at(-1) ?? stretches[0];
  const first = at(from, false);
  const last = at(to, true);
  range.setStart(first.node, Math.min(from - first.start, first.node.length));
  range.setEnd(last.node, Math.min(to - last.start, last.node.length));
  return range;
}
