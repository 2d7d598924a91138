import { describe, expect, it } from 'vitest';
import { findEmoji } from '../../../src/playground/web/text/findEmoji.ts';
import { formatSlackDate } from '../../../src/playground/web/text/formatSlackDate.ts';
import { plainPieces } from '../../../src/playground/web/text/plainPieces.ts';
import { readMrkdwn } from '../../../src/playground/web/text/readMrkdwn.ts';
import { safeUrl } from '../../../src/playground/web/text/safeUrl.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe("Slack's markup", () => {
  it('knows styles, code and what lies in them', () => {
    expect(readMrkdwn('*bold _both_* ~gone~ `a *b* &lt;`')).toEqual([
      {
        kind: 'styled',
        style: 'bold',
        children: [text('bold '), { kind: 'styled', style: 'italic', children: [text('both')] }],
      },
      text(' '),
      { kind: 'styled', style: 'strike', children: [text('gone')] },
      text(' '),
      { kind: 'code', children: [text('a *b* <')] },
    ]);
  });

  it('knows code before a colon and other marks', () => {
    expect(readMrkdwn('as with `/debt`: *show acme*')).toEqual([
      text('as with '),
      { kind: 'code', children: [text('/debt')] },
      text(': '),
      { kind: 'styled', style: 'bold', children: [text('show acme')] },
    ]);
  });

  it('reads the three entities once, and nothing else', () => {
    expect(readMrkdwn('&lt;b&gt; &amp;amp; &amp;lt; &quot;')).toEqual([text('<b> &amp; &lt; &quot;')]);
  });

  it('keeps the words of links, and their addresses whole', () => {
    expect(readMrkdwn('<https://a.example/?x=1&amp;y=2|Tom &amp; Co> <mailto:a@b.example>')).toEqual([
      { kind: 'link', url: 'https://a.example/?x=1&y=2', children: [text('Tom & Co')] },
      text(' '),
      { kind: 'link', url: 'mailto:a@b.example', children: [text('a@b.example')] },
    ]);
  });

  it('makes links of bare addresses unless the text is verbatim', () => {
    const written = 'See https://a.example/b, please';
    expect(readMrkdwn(written)).toEqual([
      text('See '),
      { kind: 'link', url: 'https://a.example/b', children: [text('https://a.example/b')] },
      text(', please'),
    ]);
    expect(readMrkdwn(written, true)).toEqual([text(written)]);
  });

  it('knows mentions, groups and calls to everybody', () => {
    expect(
      readMrkdwn('<@U1> <#C1|general> <!subteam^S1|@crew> <!here>').filter(({ kind }) => kind !== 'text'),
    ).toEqual([
      { kind: 'user', id: 'U1' },
      { kind: 'channel', id: 'C1', label: 'general' },
      { kind: 'usergroup', id: 'S1', label: '@crew' },
      { kind: 'broadcast', range: 'here' },
    ]);
  });

  it('knows dates with their link and their fallback', () => {
    expect(readMrkdwn('<!date^1795706100^{date} at {time}^https://a.example/|on *Thursday*>')).toEqual([
      {
        kind: 'date',
        timestamp: 1795706100,
        format: '{date} at {time}',
        url: 'https://a.example/',
        fallback: 'on *Thursday*',
      },
    ]);
  });

  it('quotes lines and sets code off, without breaks of their own', () => {
    expect(readMrkdwn('&gt; one\n> two\nafter')).toEqual([
      { kind: 'quote', children: [text('one\ntwo')] },
      text('after'),
    ]);
    expect(readMrkdwn('```\na *b* &amp;\nc\n```\nafter')).toEqual([
      { kind: 'preformatted', text: 'a *b* &\nc' },
      text('after'),
    ]);
  });

  it('leaves plain text plain but for emoji', () => {
    expect(plainPieces('*not* <bold> :tada: 10:30')).toEqual([
      text('*not* <bold> '),
      { kind: 'emoji', name: 'tada' },
      text(' 10:30'),
    ]);
  });
});

it('opens web, mail and telephone addresses only', () => {
  expect(['https://a.example/', 'mailto:a@b.example', 'tel:+441'].map(safeUrl)).not.toContain(undefined);
  expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'nowhere'].map(safeUrl)).toEqual(
    Array(4).fill(undefined),
  );
});

describe('emoji', () => {
  const names = { wave: '👋', tada: '🎉', constructor: '🏗️' };
  it('are known by the names that Slack gives them', () => {
    expect(findEmoji(names, 'wave::skin-tone-3')).toBe('👋🏼');
    expect(findEmoji(names, 'tada::skin-tone-3')).toBe('🎉');
    expect(findEmoji(names, 'flag-de')).toBe('🇩🇪');
    expect(findEmoji(names, 'large_green_circle')).toBe('🟢');
    expect(findEmoji(names, 'toString')).toBeUndefined();
    expect(findEmoji(names, 'nope')).toBeUndefined();
  });
});

describe("Slack's dates", () => {
  const reader = { zone: 'Europe/Berlin', now: new Date('2026-11-25T09:00:00Z') };
  const at = (iso: string) => Date.parse(iso) / 1000;
  const shown = (format: string, iso = '2026-12-03T14:05:09Z') => formatSlackDate(at(iso), format, reader);

  it('know every token', () => {
    expect(shown('{date_num}')).toBe('2026-12-03');
    expect(shown('{date_slash}')).toBe('12/03/2026');
    expect(shown('{date}')).toBe('December 3rd');
    expect(shown('{date_long}')).toBe('Thursday, December 3rd');
    expect(shown('{date_long_full}')).toBe('December 3, 2026');
    expect(shown('{date_short}')).toBe('Dec 3');
    expect(shown('{time}')).toBe('3:05 PM');
    expect(shown('{time_secs}')).toBe('3:05:09 PM');
    expect(shown('{ago}')).toBe('in 8 days');
    expect(shown('{ago}', '2026-11-25T08:57:00Z')).toBe('3 minutes ago');
    expect(shown('{nothing} on')).toBe('{nothing} on');
  });

  it('leave the year out when it is near', () => {
    expect(shown('{date_short}', '2025-01-21T12:00:00Z')).toBe('Jan 21, 2025');
    expect(shown('{date}', '2027-11-12T12:00:00Z')).toBe('November 12th, 2027');
  });

  it('name the days around today in the zone of the reader', () => {
    expect(shown('{date_short_pretty} at {time}', '2026-11-25T22:30:00Z')).toBe('Today at 11:30 PM');
    expect(shown('by {date_pretty}', '2026-11-25T23:30:00Z')).toBe('by tomorrow');
    expect(shown('{date_long_pretty}', '2026-11-24T12:00:00Z')).toBe('Yesterday');
    expect(shown('{date_pretty}', '2026-11-28T12:00:00Z')).toBe('November 28th');
  });
});
