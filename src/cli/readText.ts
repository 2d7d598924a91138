import { readFile } from 'node:fs/promises';
import { openFileSource } from '../imports/FileSource.ts';

/** The text of a file that was named on the command line, in whatever encoding. Throws DulyError `no_file`, `not_text`. */
export async function readText(path: string): Promise<string> {
  const { encoding } = await openFileSource(path);
  return new TextDecoder(encoding).decode(await readFile(path));
}
