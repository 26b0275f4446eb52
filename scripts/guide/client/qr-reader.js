/* Reading QR codes from pictures, a script of its own: it is loaded when a camera is opened in a browser that cannot read
   them by itself. */
import { decodeQR } from "./vendored/qr-decode.js";

window.guideQrReader = (picture) => {
  try {
    return decodeQR(picture);
  } catch {
    return null;
  }
};
