// How the guide's own scripts are written. The bundler (scripts/guide/client/bundling.py) puts all modules of a script
// into one scope; hence which forms of import and export there are, and why no name may stand for two things.
import js from "@eslint/js";

const browser =
  `document window location history navigator localStorage sessionStorage matchMedia URL URLSearchParams Option Node
  Element HTMLElement HTMLAnchorElement HTMLDialogElement HTMLFormElement HTMLInputElement HTMLLinkElement
  HTMLSelectElement HTMLTextAreaElement FormData MouseEvent PointerEvent MutationObserver NodeFilter ResizeObserver
  performance requestAnimationFrame setTimeout clearTimeout fetch crypto structuredClone speechSynthesis
  SpeechSynthesisUtterance CSS Highlight Blob File TextDecoder StorageEvent HTMLFieldSetElement
  TextEncoder DecompressionStream`.split(/\s+/);
const refused = {
  ImportDefaultSpecifier: "Import by name.",
  ImportNamespaceSpecifier: "Import by name.",
  ImportExpression: "Import at the top.",
  ExportDefaultDeclaration: "Export by name.",
  ExportAllDeclaration: "Import from where it is made.",
  "ExportNamedDeclaration[declaration=null]": "Export where it is declared.",
  "Program > VariableDeclaration > VariableDeclarator[id.type!=Identifier]": "One name for each declaration.",
};

export default [
  // Out of npm packages (npm run vendor).
  { ignores: ["scripts/guide/client/vendored/*.js"] },
  js.configs.recommended,
  {
    rules: {
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: "error",
      "object-shorthand": "error",
      "one-var": ["error", "never"],
      "prefer-arrow-callback": "error",
      "no-shadow": ["error", { builtinGlobals: true, hoist: "all" }],
    },
  },
  {
    files: ["scripts/guide/client/**/*.js"],
    languageOptions: { globals: Object.fromEntries(browser.map((name) => [name, "readonly"])) },
    rules: {
      "no-restricted-syntax": [
        "error",
        ...Object.entries(refused).map(([selector, message]) => ({ selector, message })),
      ],
    },
  },
  {
    files: ["tests/client/**/*.js"],
    languageOptions: {
      globals: {
        URL: "readonly",
        URLSearchParams: "readonly",
        fetch: "readonly",
        setTimeout: "readonly",
        Blob: "readonly",
        TextDecoder: "readonly",
        TextEncoder: "readonly",
        Buffer: "readonly",
      },
    },
  },
];
