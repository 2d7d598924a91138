// Builds the page into dist/ (postinstall does it, so that starting builds nothing): one script, one style sheet,
// and the few lines that choose light or dark before anything is painted; each compressed beside it.

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'esbuild';
import { nameToEmoji } from 'gemoji';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = `${here}dist/`;

/** `import emoji from 'emoji-names'`: Slack's names of emoji, without the keywords that the package brings along. */
const emojiNames = {
  name: 'emoji-names',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^emoji-names$/ }, ({ path }) => ({ path, namespace: 'emoji-names' }));
    onLoad({ filter: /.*/, namespace: 'emoji-names' }, () => ({
      contents: JSON.stringify(nameToEmoji),
      loader: 'json',
    }));
  },
};

/**
 * The page speaks English: React Aria's words in thirty other languages stay out. Its own plugin for that,
 * @react-aria/optimize-locales-plugin 2.0.2, fails under esbuild.
 */
const englishAlone = {
  name: 'english-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/[a-z]{2}-[A-Z]{2}\.m?js$/ }, ({ path }) =>
      path.includes('/en-US.') ? undefined : { path, namespace: 'no-words' },
    );
    onLoad({ filter: /.*/, namespace: 'no-words' }, () => ({ contents: 'export default {}' }));
  },
};

const { outputFiles } = await build({
  entryPoints: { page: `${here}main.tsx`, theme: `${here}bar/theme/theme.ts` },
  outdir: dist,
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [emojiNames, englishAlone],
  logLevel: 'warning',
});
await mkdir(dist, { recursive: true });
const page = [
  ...outputFiles.map(({ path, contents }) => [basename(path), contents]),
  ['index.html', await readFile(`${here}index.html`)],
];
for (const [name, contents] of page) {
  await put(name, contents);
  await put(`${name}.br`, await promisify(brotliCompress)(contents));
  await put(`${name}.gz`, await promisify(gzip)(contents, { level: 9 }));
}

/** A page that is open meanwhile never gets half a file. */
async function put(name, contents) {
  await writeFile(`${dist}${name}.new`, contents);
  await rename(`${dist}${name}.new`, `${dist}${name}`);
}
