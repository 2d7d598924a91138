import { describe, expect, test } from 'vitest';
import type { DailyDigestView } from '../../../blocks/digests/DailyDigestView.ts';
import type { DigestLine, DigestPart } from '../../../blocks/digests/DigestPart.ts';
import { dailyDigestMessage } from '../../../blocks/digests/dailyDigestMessage.ts';
import { digestPartMessage } from '../../../blocks/digests/digestPartMessage.ts';
import { moreListsMessage } from '../../../blocks/digests/moreListsMessage.ts';
import type { WeeklyDigestView } from '../../../blocks/digests/WeeklyDigestView.ts';
import { weeklyDigestMessage } from '../../../blocks/digests/weeklyDigestMessage.ts';
import { limits } from '../../../blocks/limits.ts';
import type { SlackMessage } from '../../../blocks/message.ts';
import { messageLength } from '../../../blocks/messageLength.ts';
import { validateMessage } from '../../../src/playground/blockKit/validateMessage.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';

const HOSTILE = '<!channel> & "quotes" *bold* '.repeat(180).slice(0, 5000);

function lines(count: number, name = (n: number) => `Debtor ${n}`): DigestLine[] {
  return Array.from({ length: count }, (_, n) => ({
    debtorId: `deb_${n}`,
    label: name(n),
    text: `Call for a firm date, £${n}.00, 63 days late`,
  }));
}

function part(key: string, all: DigestLine[], inMessage: number | undefined = 3): DigestPart {
  return { key, title: `Part ${key}`, total: all.length, lines: all, rest: '/debt list due', inMessage };
}

function view(parts: DigestPart[]): DailyDigestView {
  const headline = {
    pastDue: '£856.10 past due',
    counts: '16 invoices of 15 debtors; 111 open, £4,210.00',
    moved: 'unchanged since Monday 23 November',
    ofWhich: 'of which £20.00 in dispute',
    ageing: 'not yet due £3,000.00',
  };
  return {
    dayName: 'Tuesday 24 November',
    headlines: [headline, headline, headline],
    notes: ['Payments are known up to today.'],
    parts,
  };
}

function accepted(message: SlackMessage): void {
  expect(validateMessage(message)).toEqual([]);
  expect(message.blocks.length).toBeLessThanOrEqual(limits.message.blocks);
  expect(messageLength(message.blocks)).toBeLessThanOrEqual(limits.message.characters);
  expect(message.text).not.toContain('<!channel>');
  // a button's label is plain text: it is read aloud, never rendered
  const rendered = JSON.stringify(message.blocks, (key, value) =>
    key === 'accessibility_label' ? '' : value,
  );
  expect(rendered.includes('<!channel>')).toBe(false);
}

describe('the daily digest', () => {
  test('is one message however long the lists and names are', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    accepted(
      dailyDigestMessage(
        view(
          many.map((key) =>
            part(
              key,
              lines(500, () => HOSTILE),
            ),
          ),
        ),
      ),
    );
  });

  test('opens the account of each line it shows', () => {
    const message = dailyDigestMessage(view([part('a', lines(5)), part('b', lines(2))]));
    expect(buttonsOf(message, 'open_account')).toEqual(['deb_0', 'deb_1', 'deb_2', 'deb_0', 'deb_1']);
  });

  test('is a single line on a quiet day', () => {
    const quiet = dailyDigestMessage(view([part('a', []), { ...part('b', lines(3)), standing: true }]));
    accepted(quiet);
    expect(quiet.blocks).toHaveLength(1);
    expect(wordsOf(quiet)).toContain('£856.10');
  });
});

describe('a list in its thread', () => {
  test('has a button for each line while there are few', () => {
    const message = digestPartMessage(part('a', lines(20)));
    accepted(message);
    expect(buttonsOf(message, 'open_account')).toHaveLength(20);
  });

  test.each([
    ['short names', (n: number) => `Debtor ${n}`],
    ['hostile names of 5,000 characters', () => HOSTILE],
    ['names that grow when escaped', () => '&'.repeat(5000)],
  ])('counts those of 500 debtors that do not fit, with %s', (_, name) => {
    const message = digestPartMessage(part('a', lines(500, name)));
    accepted(message);
    const words = wordsOf(message);
    const shown = words.split('• ').length - 1;
    expect(shown).toBeGreaterThan(15);
    expect(words).toContain(`…and ${500 - shown} more`);
  });

  test('cuts buttons too where names are long', () => {
    const message = digestPartMessage(
      part(
        'a',
        lines(24, () => '&'.repeat(5000)),
      ),
    );
    accepted(message);
    const left = 24 - buttonsOf(message, 'open_account').length;
    if (left > 0) expect(wordsOf(message)).toContain(`…and ${left} more`);
  });

  test('has a button where it has no message of its own, for however many members and whatever their names', () => {
    const lists = Array.from({ length: 130 }, (_, n) => ({
      ...part(`work:${n}`, lines(2)),
      title: '&'.repeat(5000),
    }));
    const message = moreListsMessage(lists);
    accepted(message);
    const shown = lists.filter(({ key }) => buttonsOf(message, `digest_list:${key}`).includes(key));
    expect(shown).toHaveLength(130);
  });

  test('that became empty says so', () => {
    accepted(digestPartMessage(part('a', [])));
  });
});

describe('the weekly digest', () => {
  const currency = {
    headline: '£12,400.00 past due and not in dispute, £1,000.00 less than a week before',
    lines: [
      { label: 'Opening', amount: '£13,400.00' },
      { label: 'Cash on overdue', amount: '-£1,000.00' },
      { label: 'Closing', amount: '£12,400.00' },
    ],
    residue: undefined,
    facts: ['Apart: in dispute £0.00.'],
  };
  const weekly: WeeklyDigestView = {
    title: 'Week from 16 Nov 2026 to 22 Nov 2026',
    currencies: [currency],
    sentences: [{ title: 'Who did what', lines: Array.from({ length: 200 }, () => HOSTILE) }],
    movements: part(
      'movements',
      lines(15, () => HOSTILE),
      15,
    ),
  };

  test('fits with five currencies and any names', () => {
    accepted(weeklyDigestMessage({ ...weekly, currencies: Array.from({ length: 5 }, () => currency) }));
  });

  test('shows a residue as an error, in the notification too', () => {
    const message = weeklyDigestMessage({ ...weekly, currencies: [{ ...currency, residue: '£0.01' }] });
    expect(message.text).toContain('£0.01');
    expect(wordsOf(message)).toContain('does not add up');
  });

  test('aligns what adds up', () => {
    const [, rows = ''] = wordsOf(weeklyDigestMessage(weekly)).split('```');
    const widths = rows
      .trim()
      .split('\n')
      .map((row) => row.trimEnd().length);
    expect(new Set(widths).size).toBe(1);
  });
});
