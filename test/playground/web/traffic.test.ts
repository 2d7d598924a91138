import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/playground/web/bar/traffic/Entry.ts';
import { matchesFilter } from '../../../src/playground/web/bar/traffic/matchesFilter.ts';
import { outcomeOf } from '../../../src/playground/web/bar/traffic/outcomeOf.ts';
import { prettyJson } from '../../../src/playground/web/bar/traffic/prettyJson.ts';

const entry = (change: Partial<Entry>): Entry => ({
  n: 1,
  at: '2026-03-02T09:00:00.000Z',
  direction: 'in',
  kind: 'api',
  name: 'chat.postMessage',
  request: { channel: 'C1', text: 'Room Blue is free' },
  response: { ok: true },
  ms: 3,
  ...change,
});
const all = { text: '', kind: '', direction: '' } as const;

describe('the filter', () => {
  it('lets everything through while it is empty', () => {
    expect(matchesFilter(entry({}), all)).toBe(true);
    expect(matchesFilter(entry({ request: undefined, response: undefined }), { ...all, text: ' ' })).toBe(
      true,
    );
  });

  it('finds all words in the name, the request or the response', () => {
    for (const text of ['POSTMESSAGE', 'blue  room', 'chat c1', '"ok":true'])
      expect(matchesFilter(entry({}), { ...all, text })).toBe(true);
    expect(matchesFilter(entry({}), { ...all, text: 'blue green' })).toBe(false);
  });

  it('narrows to a kind and a direction', () => {
    expect(matchesFilter(entry({}), { ...all, kind: 'api', direction: 'in' })).toBe(true);
    expect(matchesFilter(entry({}), { ...all, kind: 'mail' })).toBe(false);
    expect(matchesFilter(entry({}), { ...all, direction: 'out' })).toBe(false);
  });
});

describe('the outcome', () => {
  it.each<[string, Partial<Entry>, boolean, string]>([
    ['of a call', {}, true, 'ok'],
    ['of a refused call', { response: { ok: false, error: 'not_in_channel' } }, false, 'not_in_channel'],
    ['of a call with a fault in place of it', { response: 'fault: drop' }, false, 'fault: drop'],
    [
      'of a call whose answer was lost',
      { response: { 'fault: lose_reply': { ok: true } } },
      false,
      'fault: lose_reply',
    ],
    ['of a delivery', { direction: 'out', response: { ok: true, payload: {} } }, true, 'acknowledged'],
    [
      'of a delivery in vain',
      { direction: 'out', response: { ok: false, error: 'operation_timeout' } },
      false,
      'operation_timeout',
    ],
    ['of a mail', { kind: 'mail', response: '250 OK' }, true, '250 OK'],
    ['of an upload', { kind: 'upload', response: 'OK' }, true, 'OK'],
    ['of a URL that no longer lives', { kind: 'response_url', response: 'used_url' }, false, 'used_url'],
  ])('%s', (_what, change, isGood, text) => {
    expect(outcomeOf(entry(change))).toEqual({ isGood, text });
  });
});

describe('JSON to be read', () => {
  it('opens JSON inside text, and leaves other text alone', () => {
    expect(prettyJson({ blocks: '[{"type":"divider"}]', text: '[x] done' })).toBe(
      '{\n  "blocks": [\n    {\n      "type": "divider"\n    }\n  ],\n  "text": "[x] done"\n}',
    );
    expect(prettyJson(undefined)).toBe('');
  });

  it('loses nothing of what is not text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: fc.constantFrom('a', '1', ' ') }), (value) => {
        expect(JSON.parse(prettyJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
