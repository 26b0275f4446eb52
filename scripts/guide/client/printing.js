/* Printing one part of a tool without the rest of the page: the rules for it stand in tools.css. */

/** @param {"form" | "result"} part */
export function printPart(part) {
  const name = `guide-prints-${part}`;
  document.documentElement.classList.add(name);
  window.addEventListener("afterprint", () => document.documentElement.classList.remove(name), { once: true });
  window.print();
}
