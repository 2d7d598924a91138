import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const OUTDATED_MS = 24 * 3_600_000;

/** A module goes on looking for its neighbours (templates, migrations) where it stands, not where the bundle does. */
const ownPlace = {
  name: 'own-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    }));
  },
};

/**
 * All of Duly in one script, from the sources as they are now, in node_modules/.cache: Node loads that several times faster than a
 * thousand modules that each have to be translated. Its name follows from what is in it, so that a process never meets half of it or
 * another version. Answers the script's URL.
 */
export async function bundle(entry) {
  const folder = fileURLToPath(new URL('../node_modules/.cache/duly/', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    outfile: join(folder, 'duly.mjs'),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [ownPlace],
  });
  const [{ contents }] = outputFiles;
  const script = join(folder, `${createHash('sha256').update(contents).digest('hex')}.mjs`);
  if (!(await exists(script))) await write(folder, script, contents);
  return pathToFileURL(script).href;
}

async function write(folder, script, contents) {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${script}.${process.pid}`, contents);
    await rename(`${script}.${process.pid}`, script);
  } catch (cause) {
    const says = `Duly is to be started by a user who may write to ${folder}, or once by one who may.`;
    throw new Error(says, { cause });
  }
  await forgetOutdated(folder).catch(() => {}); // somebody else's leftovers hold nobody up
}

async function forgetOutdated(folder) {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - OUTDATED_MS) await rm(file, { force: true });
  }
}

async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  );
}
