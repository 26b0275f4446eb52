/* A text that is cut for want of room is told whole when the pointer rests on it. */

export function nameCutTexts() {
  document.addEventListener("pointerover", ({ target }) => {
    const text = target instanceof Element ? target.closest(".md-ellipsis") : null;
    if (!(text instanceof HTMLElement) || text.offsetWidth >= text.scrollWidth) return;
    (text.closest("a") ?? text).title = text.innerText;
  });
}
