import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlFor } from '../../../src/playground/web/bar/traffic/curlFor.ts';
import type { Entry } from '../../../src/playground/web/bar/traffic/Entry.ts';
import { quoteForShell } from '../../../src/playground/web/bar/traffic/quoteForShell.ts';

const app = {
  id: 'A1',
  name: 'Rooms',
  api_url: 'http://127.0.0.1:4390/api/',
  bot_token: 'xoxb-1',
  app_token: 'xapp-1',
  signing_secret: 'hush',
  request_url: 'http://127.0.0.1:3000/slack/events',
};
const entry = (change: Partial<Entry>): Entry => ({
  n: 1,
  at: '2026-03-02T09:00:00.000Z',
  direction: 'in',
  kind: 'api',
  name: 'chat.postMessage',
  request: {},
  response: { ok: true },
  ms: 3,
  ...change,
});
/** Text as a shell can hold it: whatever one types, but not NUL. */
const typed = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));

/** The words that a real shell makes of a script in which curl only says what it was given. */
function wordsIn(script: string): string[] {
  const spoken = `curl() { printf '%s\\0' "$@"; }\n${script}\n`;
  return execFileSync('sh', ['-c', spoken], { encoding: 'utf8' }).split('\0').slice(0, -1);
}
const wordsOf = (change: Partial<Entry>) => wordsIn(curlFor(entry(change), app) ?? '');

describe('a word for the shell', () => {
  it('is the same text afterwards, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 20 }), (texts) => {
        expect(wordsIn(`curl ${texts.map(quoteForShell).join(' ')}`)).toEqual(texts);
      }),
      { numRuns: 60 },
    );
    const nasty = ["'; touch /tmp/x; '", '$(id)', '`id`', '\\', "'", "''", '-', '\n', '!!', '*'];
    expect(wordsIn(`curl ${nasty.map(quoteForShell).join(' ')}`)).toEqual(nasty);
  });
});

describe('a Web API call as curl', () => {
  it('is a form again where it was one', () => {
    expect(wordsOf({ request: { channel: 'C1', text: "it's & that" } })).toEqual([
      '-sS',
      'http://127.0.0.1:4390/api/chat.postMessage',
      '-H',
      'authorization: Bearer xoxb-1',
      '--data-urlencode',
      'channel=C1',
      '--data-urlencode',
      "text=it's & that",
    ]);
  });

  it('is JSON where a field is more than text, so that any request comes through', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (blocks) => {
        const request = { channel: 'C1', blocks: [blocks] };
        const words = wordsOf({ request });
        expect(words.slice(4, 6)).toEqual(['-H', 'content-type: application/json; charset=utf-8']);
        expect(JSON.parse(words.at(-1) ?? '')).toEqual(JSON.parse(JSON.stringify(request)));
      }),
      { numRuns: 40 },
    );
  });

  it('brings the token that the method wants, and is a POST even without fields', () => {
    expect(wordsOf({ name: 'apps.connections.open' })).toEqual([
      '-sS',
      'http://127.0.0.1:4390/api/apps.connections.open',
      '-H',
      'authorization: Bearer xapp-1',
      '-X',
      'POST',
    ]);
    expect(wordsOf({ name: 'oauth.v2.access', request: { code: '1' } }).join(' ')).not.toContain('Bearer');
  });
});

describe('a delivery as curl', () => {
  const bodyOf = (words: string[]) => words.at(-1) ?? '';

  it('is signed when it runs', () => {
    const words = wordsOf({
      direction: 'out',
      kind: 'events_api',
      name: 'message',
      request: { text: "it's" },
    });
    expect(words[1]).toBe(app.request_url);
    expect(bodyOf(words)).toBe(`{"text":"it's"}`);
    const header = (name: string) =>
      words.find((word) => word.startsWith(name))?.slice(name.length + 2) ?? '';
    const sent = `v0:${header('x-slack-request-timestamp')}:${bodyOf(words)}`;
    expect(header('x-slack-signature')).toBe(
      `v0=${createHmac('sha256', app.signing_secret).update(sent).digest('hex')}`,
    );
  });

  it('of an interaction or a command is the form that Slack sends', () => {
    const interaction = wordsOf({
      direction: 'out',
      kind: 'interactive',
      request: { type: 'block_actions' },
    });
    expect(new URLSearchParams(bodyOf(interaction)).get('payload')).toBe('{"type":"block_actions"}');
    const command = wordsOf({ direction: 'out', kind: 'slash_commands', request: { text: 'a&b=ü', n: 1 } });
    expect(Object.fromEntries(new URLSearchParams(bodyOf(command)))).toEqual({ text: 'a&b=ü', n: '1' });
  });

  it('is nothing where it went over a socket, nor for mail, uploads and response URLs', () => {
    const socket = { ...app, request_url: null };
    expect(curlFor(entry({ direction: 'out', kind: 'events_api' }), socket)).toBe(undefined);
    for (const kind of ['mail', 'upload', 'response_url'])
      expect(curlFor(entry({ kind }), app)).toBe(undefined);
  });
});
