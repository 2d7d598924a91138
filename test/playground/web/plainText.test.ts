import { expect, test } from 'vitest';
import { plainText } from '../../../src/playground/web/frame/message/plainText.ts';
import { dayNameIn, fullTimeIn, momentIn } from '../../../src/playground/web/frame/person/timeIn.ts';

const people = new Map([['U1', { name: 'Ana Lopes', isApp: false }]]);

test.each([
  ['*bold* and _it_ by <@U1>', 'bold and it by @Ana Lopes'],
  ['<https://a.example|a page> in <#C1|team>', 'a page in #team'],
  ['due <!date^1700000000^{date}|14 Nov> &amp; <!here>', 'due 14 Nov & @here'],
  ['snake_case_name &lt;b&gt;', 'snake_case_name <b>'],
])('%s is read out as %s', (markup, plain) => {
  expect(plainText(markup, people)).toBe(plain);
});

test('moments are those of the reader, near ones by name', () => {
  const ts = `${Date.UTC(2026, 10, 24, 23, 30) / 1000}.000100`;
  expect(fullTimeIn('Europe/Berlin', ts)).toBe('Wednesday, November 25, 2026 at 12:30 AM');
  expect(dayNameIn('Europe/Berlin', ts, '2026-11-25')).toBe('Today');
  expect(dayNameIn('Europe/London', ts, '2026-11-25')).toBe('Yesterday');
  expect(dayNameIn('Europe/London', ts, '2027-01-02')).toBe('Tuesday, November 24, 2026');
  expect(momentIn('Europe/London', ts, '2026-11-28')).toBe('Nov 24 at 11:30 PM');
});
