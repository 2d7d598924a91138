import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DulyError } from '../core/DulyError.ts';
import { type Encoding, encodingByMark, isBinary } from './encoding.ts';

/** A file on disk that can be read as often as needed, with what its bytes tell. */
export interface FileSource {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Removes what was put aside for reading; the person's own file stays. */
  dispose(): Promise<void>;
}

/**
 * Looks at a file, or puts a stream aside in the temporary folder first: files are read more than once, never held in
 * memory. Throws DulyError `no_file`, or `not_text` for a workbook or another binary.
 */
export async function openFileSource(from: string | { name: string; stream: Readable }): Promise<FileSource> {
  if (typeof from === 'string') return inspect(from, basename(from), async () => {});
  const folder = await mkdtemp(join(tmpdir(), 'duly-import-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    await pipeline(from.stream, createWriteStream(path));
    return await inspect(path, basename(from.name), dispose);
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function inspect(path: string, name: string, dispose: () => Promise<void>): Promise<FileSource> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    throw new DulyError('no_file', `not a file: ${path}`, `There is no file “${path}”.`);
  }
  const head = await readHead(path).catch((cause: unknown) => {
    throw new DulyError('no_file', `cannot read ${path}`, `“${path}” cannot be read by this user.`, {
      cause,
    });
  });
  if (isBinary(head)) {
    const workbook = head.subarray(0, 2).toString('latin1') === 'PK' || head[0] === 0xd0;
    throw new DulyError(
      'not_text',
      `not a text file: ${path}`,
      `“${name}” is not a text file.${workbook ? ' It looks like a workbook:' : ' Please'} save it as CSV and try again.`,
    );
  }
  const marked = encodingByMark(head);
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let utf8 = marked === undefined || marked === 'utf-8';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    hash.update(chunk);
    if (utf8) utf8 = decodes(strict, chunk);
  }
  const encoding = marked ?? (utf8 ? 'utf-8' : 'windows-1252');
  return { path, name, size: found.size, sha256: hash.digest('hex'), encoding, dispose };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The first bytes of a file. */
export async function readHead(path: string, bytes = 1 << 16): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
