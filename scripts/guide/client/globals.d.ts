/* What the scripts share through the window: the hand-over to those that are loaded when their feature is first used –
   explanations, the search dialog, its engine and the indexes. */

/** Opens what the reader is at; `pressed` is a word that was pressed before. */
declare var guideExplanations: (pressed: HTMLElement | null) => void;
declare var guideSearch: { open(query?: string): void; prepare(): void };
declare var guideSearchEngine: {
  open: typeof import("./search/engine.js").openEngine;
  numbers(text: string): number[];
  words(text: string): string[];
  term(word: string, language: string): string;
  split(word: string, isKnown: (part: string) => unknown): string[];
};
declare var guideSearchIndex: (data: import("./search/data.js").IndexData) => void;
declare var guideSearchTexts: (data: import("./search/data.js").TermsData) => void;
