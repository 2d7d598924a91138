import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MorningListView } from '../../blocks/prompts/MorningListView.ts';
import { morningListMessage } from '../../blocks/prompts/morningListMessage.ts';
import { morningPageMessage } from '../../blocks/prompts/morningPageMessage.ts';
import { validateMessage } from '../../src/playground/blockKit/validateMessage.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom('', '<!channel> & <@U01>', 'é'.repeat(4000)),
);
const owed = fc.constantFrom('', '£1,284.50, 39 days late', '<€18,400.00>, 63 days late, 2 broken promises');
const state = fc.constantFrom('open', 'open', 'done');

/** A list of any length, whose entries are told apart by their names. */
const view: fc.Arbitrary<MorningListView> = fc
  .record({
    reminders: fc.array(fc.record({ owed, state, sendable: fc.boolean() }), { maxLength: 70 }),
    tasks: fc.array(fc.record({ title: fc.constantFrom('Call', 'Promise broken'), owed, state }), {
      maxLength: 90,
    }),
    arrivals: fc.array(fc.record({ missing: fc.array(text, { maxLength: 40 }), state }), { maxLength: 70 }),
  })
  .map(({ reminders, tasks, arrivals }) => {
    const named = (kind: string, at: number) => ({
      promptId: `${kind}${at}`,
      debtorId: `debtor${kind}${at}`,
      debtorName: `Customer ${kind}${at}.`,
    });
    return {
      ...{ memberId: 'colin', day: '2026-11-23', dayName: 'Monday 23 November' },
      reminders: reminders.map((each, at) => ({ ...named('R', at), stage: 'chase', ...each })),
      tasks: tasks.map((each, at) => ({ ...named('T', at), ...each })),
      arrivals: arrivals.map((each, at) => ({ ...named('A', at), ...each })),
    };
  });

test('a list of any length loses nothing: it counts what it has no room for, and its pages show each entry once', () => {
  fc.assert(
    fc.property(view, (list) => {
      const names = [...list.tasks, ...list.reminders, ...list.arrivals].map(({ debtorName }) => debtorName);
      const first = morningListMessage(list);
      expect(validateMessage(first)).toEqual([]);
      const listed = names.filter((name) => wordsOf(first).includes(name));
      const rest = buttonsOf(first, 'morning_rest');
      expect(rest).toEqual(listed.length < names.length ? ['1'] : []);
      if (rest.length > 0) expect(wordsOf(first)).toContain(`…and ${names.length - listed.length} more`);

      const seen: string[] = [];
      let page: number | undefined = 0;
      while (page !== undefined) {
        const message = morningPageMessage(list, page);
        expect(validateMessage(message)).toEqual([]);
        seen.push(...names.filter((name) => wordsOf(message).includes(name)));
        const next: number = page + 1;
        page = buttonsOf(message, 'morning_page:next').includes(String(next)) ? next : undefined;
        if (page === 1) expect(seen).toEqual(listed);
      }
      expect(seen.sort()).toEqual(names.sort());
    }),
    { numRuns: 40 },
  );
});

test('invoices to complete can be put off, until they are done', () => {
  const arrival = { promptId: 'A1', debtorName: 'Acme', missing: ['1041: no order number'] };
  const of = (state: string, note?: string) =>
    morningListMessage({
      ...{ memberId: 'colin', day: '2026-11-23', dayName: 'Monday 23 November', reminders: [], tasks: [] },
      arrivals: [{ ...arrival, state, note }],
    });
  expect(buttonsOf(of('open'), 'prompt_snooze')).toEqual(['A1']);
  expect(wordsOf(of('open', 'Tuesday 24 November at 09:00'))).toContain('Tuesday 24 November');
  expect(buttonsOf(of('done'), 'prompt_snooze')).toEqual([]);
});
