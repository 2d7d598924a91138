import type { Entry } from './Entry.ts';
import { quoteForShell } from './quoteForShell.ts';

/** The same delivery by HTTP, signed when the command runs: a signature is good for five minutes only. */
export function curlForDelivery({ kind, request }: Entry, requestUrl: string, secret: string): string {
  const isEvent = kind === 'events_api';
  const body = isEvent ? JSON.stringify(request) : new URLSearchParams(formOf(kind, request)).toString();
  const type = isEvent ? 'application/json' : 'application/x-www-form-urlencoded';
  return [
    `body=${quoteForShell(body)}`,
    'ts=$(date +%s)',
    `sig=$(printf 'v0:%s:%s' "$ts" "$body" | openssl dgst -sha256 -hmac ${quoteForShell(secret)} | sed 's/^.* //')`,
    [
      `curl -sS ${quoteForShell(requestUrl)}`,
      `-H ${quoteForShell(`content-type: ${type}`)}`,
      '-H "x-slack-request-timestamp: $ts"',
      '-H "x-slack-signature: v0=$sig"',
      '--data-raw "$body"',
    ].join(' \\\n  '),
  ].join('\n');
}

/** Interactions are one field of JSON; commands are fields. */
function formOf(kind: string, request: unknown): Record<string, string> {
  if (kind === 'interactive') return { payload: JSON.stringify(request) };
  return Object.fromEntries(Object.entries(request ?? {}).map(([key, value]) => [key, String(value)]));
}
