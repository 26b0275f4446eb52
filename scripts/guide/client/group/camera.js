/* Reading codes with a camera, from the screens of those who answered. It is open only between two presses; its picture
   stays on the page. Where the browser cannot read QR codes itself, what can is loaded. */
import { make, makeButton } from "../dom.js";
import { loadScript } from "../loading.js";

/** @typedef {(video: HTMLVideoElement) => Promise<string[]>} Reader */

/** Milliseconds between two looks. */
const PAUSE = 200;
/** More pixels than this across tell no more of a code, and take longer. */
const WIDEST = 640;
/** What is told where there is no picture, by the name of the error. @type {Record<string, string>} */
const REASONS = {
  NotAllowedError: "camera-refused",
  SecurityError: "camera-refused",
  NotFoundError: "camera-absent",
  OverconstrainedError: "camera-absent",
  NotReadableError: "camera-busy",
  AbortError: "camera-busy",
};

/** The browser's own reader, or ours. @param {string} address Of ours @returns {Promise<Reader>} */
async function readerFrom(address) {
  const Detector = window.BarcodeDetector;
  if (Detector && (await Detector.getSupportedFormats()).includes("qr_code")) {
    const detector = new Detector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
  }
  await loadScript(address);
  const canvas = make("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context?.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context?.getImageData(0, 0, canvas.width, canvas.height);
    const text = picture ? window.guideQrReader(picture) : null;
    return text === null ? [] : [text];
  };
}

/** A button that opens the camera, what it sees, and what became of it.
 * @param {string} address Of the reader @param {Record<string, string>} words
 * @param {(text: string) => string} take Takes what was read, and says what to tell */
export function cameraPart(address, words, take) {
  const box = make("div", "guide-tool__camera");
  const status = make("p", "guide-tool__status");
  const video = make("video");
  /** @type {MediaStream | null} */
  let stream = null;
  let isOpening = false;
  let last = "";

  /** @param {Reader} reader @param {MediaStream} from */
  async function look(reader, from) {
    // Closed, or closed and opened anew.
    if (stream !== from) return;
    // A picture in which the browser's reader stumbles is none with a code.
    const texts = video.videoWidth ? await reader(video).catch(() => []) : [];
    if (stream !== from) return;
    for (const text of texts) {
      if (text !== last) status.textContent = take(text);
      last = text;
    }
    setTimeout(() => look(reader, from), PAUSE);
  }

  function close() {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    video.hidden = true;
    button.textContent = words.camera;
  }

  async function open() {
    const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    stream = opened;
    video.srcObject = opened;
    video.hidden = false;
    button.textContent = words["camera-close"];
    status.textContent = words["camera-open"];
    last = "";
    opened.getVideoTracks()[0].addEventListener("ended", () => {
      if (stream === opened) close();
    });
    await video.play();
    look(await readerFrom(address), opened);
  }

  const button = makeButton("guide-tool__button", words.camera, async () => {
    if (isOpening) return;
    if (stream) {
      close();
      status.textContent = "";
      return;
    }
    isOpening = true;
    try {
      await open();
    } catch (error) {
      close();
      status.textContent = words[REASONS[error instanceof Error ? error.name : ""] ?? "camera-broken"];
    }
    isOpening = false;
  });
  status.setAttribute("role", "status");
  video.hidden = true;
  video.muted = true;
  video.playsInline = true;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
  });
  box.append(button, video, status);
  return box;
}
