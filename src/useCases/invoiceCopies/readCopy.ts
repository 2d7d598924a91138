import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DulyError } from '../../core/DulyError.ts';
import type { InvoiceCopyFile } from '../../db/invoiceCopies.ts';

const MOST_BYTES = 5 * 1024 * 1024;

/** Whether somebody who drops a file of that name means the copy of an invoice. */
export function isCopyName(name: string): boolean {
  return /\.pdf$/i.test(name.trim());
}

/** Reads a PDF to its end. Throws DulyError `copy_too_big`, `not_a_pdf`; a stream that goes on after that is destroyed. */
export async function readCopy({
  name,
  stream,
}: {
  readonly name: string;
  readonly stream: Readable;
}): Promise<InvoiceCopyFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MOST_BYTES) {
      const sentence = `“${name}” is larger than ${MOST_BYTES / 1024 / 1024} MB: customers' mail servers would not take it. Save it smaller and try again.`;
      throw new DulyError('copy_too_big', `${name}: more than ${MOST_BYTES} bytes`, sentence);
    }
  }
  const content = Buffer.concat(chunks);
  if (content.subarray(0, 5).toString('latin1') !== '%PDF-') {
    const sentence = `“${name}” is not a PDF. Save the invoice as a PDF and try again.`;
    throw new DulyError('not_a_pdf', name, sentence);
  }
  return { name, content, sha256: createHash('sha256').update(content).digest('hex') };
}
