import type { AppAccess } from './AppAccess.ts';
import type { Entry } from './Entry.ts';
import { quoteForShell } from './quoteForShell.ts';

/** Methods that want no token: they bring the app's own credentials along. */
const TOKENLESS = new Set(['oauth.v2.access']);

/** The same Web API call: as a form where it was one, else as JSON. */
export function curlForMethod({ name, request }: Entry, app: AppAccess): string {
  const token = name.startsWith('apps.') ? app.app_token : app.bot_token;
  const fields = Object.entries(request ?? {});
  const isForm = fields.every(([, value]) => typeof value === 'string' && !value.includes('\0'));
  const parts = [
    `curl -sS ${quoteForShell(app.api_url + encodeURI(name))}`,
    ...(TOKENLESS.has(name) ? [] : [`-H ${quoteForShell(`authorization: Bearer ${token}`)}`]),
    ...(isForm ? formParts(fields) : jsonParts(request)),
  ];
  return parts.join(' \\\n  ');
}

function formParts(fields: [string, unknown][]): string[] {
  if (fields.length === 0) return ['-X POST'];
  return fields.map(
    ([key, value]) => `--data-urlencode ${quoteForShell(`${encodeURIComponent(key)}=${value}`)}`,
  );
}

function jsonParts(request: unknown): string[] {
  return [
    `-H ${quoteForShell('content-type: application/json; charset=utf-8')}`,
    `--data-raw ${quoteForShell(JSON.stringify(request))}`,
  ];
}
