/* What the scripts share through the window: Material's own helpers (set up by scheme.js), and the
   hand-over between the search dialog, the engine and the indexes, which are loaded as scripts of their own. */

type Keep = { (key: string, value: unknown, storage?: Storage, base?: URL): void };
type Recall = { (key: string, storage?: Storage, base?: URL): any };

declare var __md_scope: URL;
declare var __md_hash: (text: string) => number;
declare var __md_get: Recall;
declare var __md_set: Keep;

declare var guideSearchEngine: {
  open: typeof import("./search/engine.js").openEngine;
  numbers(text: string): number[];
  words(text: string): string[];
  term(word: string, language: string): string;
  split(word: string, isKnown: (part: string) => unknown): string[];
};
declare var guideSearchIndex: (data: import("./search/data.js").IndexData) => void;
declare var guideSearchTexts: (data: import("./search/data.js").TermsData) => void;
