import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, clipMarkup } from '../../blocks/clip.ts';
import { dateInstant } from '../../blocks/dateInstant.ts';
import { escapeMrkdwn } from '../../blocks/escapeMrkdwn.ts';
import { join } from '../../blocks/join.ts';
import { link } from '../../blocks/link.ts';
import { raw } from '../../blocks/Markup.ts';
import { mentionMember } from '../../blocks/mention.ts';
import { mrkdwn } from '../../blocks/mrkdwn.ts';
import { quote } from '../../blocks/quote.ts';

describe('what people type', () => {
  test('is escaped: the three characters, once, and no others', () => {
    expect(escapeMrkdwn('Smith & Sons <Ltd> "A" &amp;')).toBe('Smith &amp; Sons &lt;Ltd&gt; "A" &amp;amp;');
  });

  test.each([
    '<!channel>',
    '<!here|here>',
    '<!subteam^S1>',
    '<@U123>',
    '<#C123>',
    '<https://evil.example|Pay here>',
    '<!date^0^{date}|x>',
  ])('%s reaches nobody and links nowhere', (attempt) => {
    expect(mrkdwn`Debtor ${attempt}`.source).not.toMatch(/[<>]/);
  });

  test.each([
    ['*Paid in full*', /\*/],
    ['_call me_', /_/],
    ['~owed~', /~/],
    ['`code`', /`/],
    ['```block```', /`/],
    ['a* b*', /\*/],
  ])('%s is not formatted', (attempt, mark) => {
    expect(mrkdwn`${attempt}`.source).not.toMatch(mark);
  });

  test('a command that a refusal names is code that can be copied, and nothing beside or in it is', () => {
    const refusal =
      'I do not know `*zzz*`. Write it like `/debt assign acme @colleague`, or `/debt assign @from @to`.';
    expect(mrkdwn`${refusal}`.source).toBe(
      'I do not know ˋ∗zzz∗ˋ. Write it like `/debt assign acme @colleague`, or `/debt assign @from @to`.',
    );
    expect(mrkdwn`${'`/debt <!here> *all*`'}`.source).toBe('`/debt &lt;!here&gt; ∗all∗`');
    expect(mrkdwn`${'`/debtor`, a`/debt`b'}`.source).not.toContain('`');
  });

  test('an invoice number with underscores can still be copied', () => {
    expect(mrkdwn`${'INV_2026_001'} ${'jane_doe@example.com'}`.source).toBe(
      'INV_2026_001 jane_doe@example.com',
    );
  });

  test('a name cannot pretend to be the next line', () => {
    expect(mrkdwn`*${'Acme\n> Approved by Jane'}*`.source).toBe('*Acme &gt; Approved by Jane*');
  });

  test('a note keeps its lines inside its quotation', () => {
    expect(quote('Spoke to Jane.\r\n> Pays *Friday*').source).toBe('>Spoke to Jane.\n>› Pays ∗Friday∗');
  });

  test('no text at all smuggles a mention, a link or a line break', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(mrkdwn`${text}`.source).not.toMatch(/[<>\n]/);
        expect(mrkdwn`${[text, text]}`.source).not.toMatch(/[<>\n]/);
        expect(link('https://example.com', text).source.match(/[<>|]/g)).toEqual(['<', '|', '>']);
      }),
    );
  });
});

describe('markup', () => {
  test('goes in as it is, escaped once', () => {
    const amount = mrkdwn`*${'£5 & up'}*`;
    expect(mrkdwn`Owes ${amount}, ${3} invoices`.source).toBe('Owes *£5 &amp; up*, 3 invoices');
    expect(join([amount, '', '<b>'], ' · ').source).toBe('*£5 &amp; up* · &lt;b&gt;');
  });

  test('an instant is shown in the reader’s zone, with UTC where Slack cannot', () => {
    expect(dateInstant(new Date('2026-11-22T09:05:30Z')).source).toBe(
      '<!date^1795338330^{date_short_pretty} at {time}|2026-11-22 09:05 UTC>',
    );
  });

  test('only real ids are mentioned, only web and mail addresses linked', () => {
    expect(mentionMember('U024BE7LH').source).toBe('<@U024BE7LH>');
    expect(mentionMember('U1> <!channel').source).not.toContain('<');
    expect(link('javascript:alert(1)', 'Pay').source).toBe('Pay');
    expect(link('https://example.com/a|b>c?x=1&y=2', 'Pay | now').source).toBe(
      '<https://example.com/a%7Cb%3Ec?x=1&amp;y=2|Pay ¦ now>',
    );
  });
});

describe('cutting', () => {
  test('what fits is left alone', () => {
    expect(clip('Acme', 4)).toBe('Acme');
    expect(clip('Acme Ltd', 5)).toBe('Acme…');
  });

  test('an emoji, an entity, a link or a date is kept whole or left out whole', () => {
    expect(clip('🙂🙂', 3)).toBe('🙂…');
    expect(clipMarkup('a&amp;b', 5)).toBe('a…');
    expect(clipMarkup('<https://example.com|Acme>', 10)).toBe('…');
    expect(clipMarkup(`${dateInstant(new Date(0)).source} x`, 30)).toBe('…');
  });

  test('holds after escaping, for any text and limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const { source } = mrkdwn`${text}`;
        const cut = clipMarkup(source, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
        expect(JSON.stringify(cut)).not.toMatch(/\\ud[89ab]/);
        expect(source === cut || cut.endsWith('…')).toBe(true);
      }),
    );
  });

  test('markup written in the code is trusted', () => {
    expect(mrkdwn`${raw('<!here>')}`.source).toBe('<!here>');
  });
});
