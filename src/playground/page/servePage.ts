import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';

const DIST = new URL('../web/dist/', import.meta.url);

const TYPES: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'theme.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
};

/** Best first: what build.mjs has compressed beside each file. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

/**
 * Nothing but an app's pictures comes from elsewhere, and nothing that somebody typed runs. The page's component set writes
 * style attributes.
 */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "frame-src 'self' blob:",
  "object-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ');

/** The web page: `/`, the addresses of messages (`/archives/…`), and what it is made of below `/assets/`. */
export async function servePage(
  slack: LocalSlack,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', slack.url);
  const name = pathname === '/' || pathname.startsWith('/archives/') ? 'index.html' : rest;
  const type = TYPES[name];
  if (!type || request.method !== 'GET') return sendText(response, 404, 'Nothing is here.');
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/,\s*/);
  const encoding = ENCODINGS.find((known) => accepted.includes(known.name));
  const bytes = await readFile(new URL(`${name}${encoding?.ending ?? ''}`, DIST)).catch(() => undefined);
  if (!bytes) return sendText(response, 503, 'The page is not built: run `npm run build:page`.');
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    vary: 'accept-encoding',
    ...(encoding ? { 'content-encoding': encoding.name } : {}),
  });
  response.end(bytes);
}
