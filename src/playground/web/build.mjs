// Builds the page into dist/ (postinstall does it, so that starting builds nothing): one script, one style sheet, each
// compressed beside it.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await build({
  entryPoints: { page: `${here}main.tsx` },
  outdir: dist,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [emojiNames],
  logLevel: 'warning',
});
await writeFile(`${dist}index.html`, await readFile(`${here}index.html`));
for (const name of ['page.js', 'page.css', 'index.html']) {
  const bytes = await readFile(`${dist}${name}`);
  await writeFile(`${dist}${name}.br`, await promisify(brotliCompress)(bytes));
  await writeFile(`${dist}${name}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
