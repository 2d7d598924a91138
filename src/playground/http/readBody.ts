import type { IncomingMessage } from 'node:http';
import { SlackError } from '../SlackError.ts';

const MOST_BYTES = 200 * 1024 * 1024;

/** A request's whole body. @throws SlackError `request_too_large` */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > MOST_BYTES) throw new SlackError('request_too_large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
