/* What the scripts share through the window: the hand-over to those that are loaded when their feature is first used –
   explanations, the search dialog, its engine and the indexes, QR codes. */

/** What has been asked for, by its address (loading.js). */
declare var guideLoading: undefined | Map<string, Promise<unknown>>;
/** Opens what the reader is at; `pressed` is a word that was pressed before. */
declare var guideExplanations: (pressed: HTMLElement | null) => void;
declare var guideSearch: { open(query?: string): void };
declare var guideSearchEngine: {
  open: typeof import("./search/engine.js").openEngine;
  weights: typeof import("./search/weights.js").WEIGHTS;
  numbers(text: string): number[];
  words(text: string): string[];
  term(word: string, language: string): string;
  split(word: string, isKnown: (part: string) => unknown): string[];
};
declare var guideSearchIndex: (data: import("./search/data.js").IndexData) => void;
/** The index that came before the dialog. */
declare var guideSearchEarly: undefined | import("./search/data.js").IndexData;
declare var guideSearchTexts: (data: import("./search/data.js").LaterData) => void;

/** The policy of Trusted Types that makes addresses of scripts (trusted.js); browsers take what it gives for a text. */
declare var guideTrust: undefined | { createScriptURL(address: string): string };
declare var trustedTypes:
  undefined | { createPolicy(name: string, rules: { createScriptURL(address: string): string }): typeof guideTrust };

/** The cells of a QR code, row by row, true where it is dark (qr.js). */
declare var guideQr: (text: string) => boolean[][];
/** The text of the QR code in a picture, or null (qr-reader.js). */
declare var guideQrReader: (picture: ImageData) => string | null;
/** What reads codes in some browsers; others do not have it. */
declare var BarcodeDetector:
  | undefined
  | {
      new (options: { formats: string[] }): { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> };
      getSupportedFormats(): Promise<string[]>;
    };
