// Makes scripts/guide/client/vendored anew out of the npm packages that package.json pins (npm run vendor). The site is built
// without Node, so what it needs of a package stands in the repository, each as one file that the bundler can take.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";

const FOLDER = "scripts/guide/client/vendored";
const { version, license } = JSON.parse(readFileSync("node_modules/qr/package.json", "utf8"));
const KINDS = { "qr-encode": ["encodeQR", "qr"], "qr-decode": ["decodeQR", "qr/decode.js"] };

for (const [name, [exported, from]] of Object.entries(KINDS)) {
  const local = `${exported}Of`;
  await build({
    stdin: { contents: `export { ${exported} } from "${from}";`, resolveDir: "." },
    outfile: `${FOLDER}/${name}.js`,
    bundle: true,
    minify: true,
    charset: "utf8",
    target: "es2022",
    format: "iife",
    globalName: local,
    legalComments: "none",
    banner: {
      js: `// @ts-nocheck
/* From the npm package qr ${version}, copyright (c) 2023 Paul Miller, ${license}; its text is in LICENSE-qr. Not written here, and
   not to be changed here: npm run vendor makes it anew. */`,
    },
    footer: { js: `export const ${exported} = ${local}.${exported};` },
  });
}
writeFileSync(`${FOLDER}/LICENSE-qr`, readFileSync("node_modules/qr/LICENSE-MIT", "utf8"));
