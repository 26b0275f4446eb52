/* The height of what stands in a frame, told to the page around it, which may be of any site: so nothing but the height
   is told. A host that does not listen has the height that it gave the frame. */

/** @param {Element} content @param {{ postMessage(message: unknown, to: string): void }} host */
export function tellHeight(content, host) {
  const tell = () => {
    // Not the height of the document: it never becomes less than that of the frame.
    const height = Math.ceil(content.getBoundingClientRect().bottom + window.scrollY);
    host.postMessage({ type: "guide-height", height }, "*");
  };
  new ResizeObserver(tell).observe(content);
  // A host may begin to listen only when the frame has loaded.
  window.addEventListener("load", tell);
}
