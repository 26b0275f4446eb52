/* A table that is wider than the screen scrolls in its box: reachable by keyboard only then. */

export function measureTables() {
  const boxes = document.querySelectorAll(".table-box");
  if (!boxes.length) return;
  const measure = () => {
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth + 1) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  };
  measure();
  window.addEventListener("resize", measure);
}
