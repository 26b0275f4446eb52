/* Making QR codes, a script of its own that is loaded when a reader asks for one. */
import { encodeQR } from "./vendored/qr-encode.js";

/** The cells of a code for a text, row by row, true where it is dark, with the white edge that readers need. */
window.guideQr = (text) => encodeQR(text, "raw", { ecc: "medium", border: 4 });
