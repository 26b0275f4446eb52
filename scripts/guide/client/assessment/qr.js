/* A code as a QR code that another's camera can read. What makes it is loaded when it is asked for. */
import { make, makeButton } from "../dom.js";
import { loadScript } from "../loading.js";
import { draw } from "./drawing.js";

/** Wide enough for a camera at arm's length, and for the narrowest phone. */
const SIDE = 224;

/** Dark on white in every scheme, as cameras expect it. @param {boolean[][]} rows @param {string} label */
function drawQr(rows, label) {
  const size = rows.length;
  const cells = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const figure = draw("svg", { viewBox: `0 0 ${size} ${size}`, width: SIDE, height: SIDE, role: "img" });
  figure.setAttribute("aria-label", label);
  figure.setAttribute("shape-rendering", "crispEdges");
  figure.append(draw("rect", { width: size, height: size, fill: "#fff" }), draw("path", { d: cells.join("") }));
  return figure;
}

/** A button that shows a text as a QR code below itself. @param {string} text @param {string} address Of what makes it
 * @param {Record<string, string>} words */
export function qrPart(text, address, words) {
  const box = make("div");
  const status = make("p", "guide-tool__status");
  status.setAttribute("role", "status");
  const button = makeButton("guide-tool__button", words.qr, async () => {
    try {
      await loadScript(address);
      button.replaceWith(drawQr(window.guideQr(text), words["qr-label"]));
      status.textContent = words["qr-says"];
    } catch {
      status.textContent = words["qr-broken"];
    }
  });
  box.append(button, status);
  return box;
}
