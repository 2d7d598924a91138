import { expect, test } from 'vitest';
import { unknownMention } from '../../src/core/unknownMention.ts';

test.each([
  ['acme @nobody', '@nobody'],
  ['@Ünal until friday', '@Ünal'],
  ['acme @U01NORA @U02PRIYA', undefined],
  ['acme @U01NORA @somebody', '@somebody'],
  ['jane@acme.example', undefined],
  ['', undefined],
])('%s', (words, stranger) => expect(unknownMention(words)).toBe(stranger));
