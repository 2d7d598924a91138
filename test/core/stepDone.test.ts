import { describe, expect, test } from 'vitest';
import { answeredByWriting } from '../../src/core/answeredByWriting.ts';
import { answersThem } from '../../src/core/answersThem.ts';
import { dayOf } from '../../src/core/day.ts';
import type { ActivityFact, ContactFact } from '../../src/core/facts.ts';
import { contactNeeds, stepDoneOn } from '../../src/core/stepDone.ts';
import { activity, contact, facts, invoice, on, step, weekdays } from './ladder.ts';

const call = step('commitment_call', '1041', '2026-03-02', { state: 'pending', doneOn: undefined });
const ana = contact('ana');
const bo = contact('bo', { role: 'alternate' });

function doneOn(activities: ActivityFact[], contacts: ContactFact[] = [ana]): string | undefined {
  const day = stepDoneOn(call, 'contact', facts({ activities, contacts }), weekdays);
  return day === undefined ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const noAnswer = { outcome: 'no_answer', rightParty: false };
const threeTries = [
  activity('call', '2026-03-02', noAnswer),
  activity('email', '2026-03-03'),
  activity('call', '2026-03-04', noAnswer),
];

describe('a call for a firm date, asked on Monday 2 March, is done', () => {
  const table: [string, ActivityFact[], ContactFact[], string | undefined][] = [
    ['by a conversation', [activity('call', '2026-03-03', { rightParty: true })], [ana], '2026-03-03'],
    [
      'by a call of theirs',
      [activity('call', '2026-03-03', { direction: 'in', outcome: 'promised' })],
      [ana],
      '2026-03-03',
    ],
    ['by a written reply', [activity('reply', '2026-03-03')], [ana], '2026-03-03'],
    [
      'not by one that names other bank details',
      [activity('reply', '2026-03-03', { outcome: 'bank_details' })],
      [ana],
      undefined,
    ],
    [
      'not by talking to somebody who does not decide',
      [activity('call', '2026-03-03', { rightParty: false })],
      [ana],
      undefined,
    ],
    [
      'not by a talk before it was asked for',
      [activity('call', '2026-02-27', { rightParty: true })],
      [ana],
      undefined,
    ],
    ['by three attempts on three days through two channels', threeTries, [ana], '2026-03-04'],
    [
      'not by three attempts through one channel',
      threeTries.filter(({ kind }) => kind === 'call').concat(activity('call', '2026-03-05')),
      [ana],
      undefined,
    ],
    [
      'not by three attempts on two days',
      [...threeTries.slice(0, 2), activity('call', '2026-03-03', noAnswer)],
      [ana],
      undefined,
    ],
    [
      'not when one of the days was a Saturday',
      [...threeTries.slice(0, 2), activity('call', '2026-03-07', noAnswer)],
      [ana],
      undefined,
    ],
    [
      'not when one of them was a wrong number',
      [...threeTries.slice(0, 2), activity('call', '2026-03-04', { outcome: 'wrong_number' })],
      [ana],
      undefined,
    ],
    ['not before an alternate contact was tried, where one exists', threeTries, [ana, bo], undefined],
    [
      'once the alternate contact was tried too',
      [...threeTries, activity('email', '2026-03-05', { contactId: 'bo' })],
      [ana, bo],
      '2026-03-05',
    ],
    [
      'without an alternate who asked not to be contacted',
      threeTries,
      [ana, { ...bo, doNotContact: true }],
      '2026-03-04',
    ],
  ];
  test.each(table)('%s', (_rule, activities, contacts, expected) => {
    expect(doneOn(activities, contacts)).toBe(expected);
  });
});

test('a written step is done when it was sent, and not by talking', () => {
  const talk = facts({ activities: [activity('call', '2026-03-03', { rightParty: true })] });
  const sent = step('chase', '1041', '2026-03-02', { doneOn: dayOf('2026-03-03') });
  expect(stepDoneOn(sent, 'written', talk, weekdays)).toBe(dayOf('2026-03-03'));
  for (const state of ['pending', 'failed', 'cancelled', 'skipped'] as const) {
    expect(stepDoneOn({ ...sent, state }, 'written', talk, weekdays)).toBeUndefined();
  }
});

test.each<[string, ActivityFact[], ContactFact[], string | undefined]>([
  [
    'nothing was tried yet',
    [],
    [ana, bo],
    'attempts on 3 more business days, two channels and one to the alternate contact',
  ],
  [
    'three calls on three days',
    ['2026-03-02', '2026-03-03', '2026-03-04'].map((on) => activity('call', on, noAnswer)),
    [ana],
    'one by another channel than call',
  ],
  ['a call and a mail', threeTries.slice(0, 2), [ana], 'attempts on 1 more business day'],
  ['everything was tried', threeTries, [ana], undefined],
])('what it still needs when %s', (_when, activities, contacts, needs) => {
  const said = contactNeeds(call.takenOn, facts({ activities, contacts }), weekdays);
  expect(said).toBe(needs && `a conversation or a written reply, or ${needs}`);
});

test('/debt why says what an unfinished call for a firm date still needs', () => {
  const activities = [activity('call', '2026-03-02', noAnswer)];
  const { reasons } = on('2026-03-03', {
    invoices: [invoice('1041', '2026-01-29')],
    steps: [call],
    activities,
    contacts: [ana],
  });
  expect(reasons.map(({ sentence }) => sentence).join(' ')).toContain('one by another channel than call');
});

describe('a message of our own', () => {
  test.each([
    ['broken_promise', true, false],
    ['broken_promise', false, true],
    ['part_payment', false, true],
    ['payment_not_found', false, true],
    ['month_end', true, true],
    ['call', false, false],
    ['last_call', false, false],
    ['call_back', false, false],
  ])('%s, where a call is allowed: %s, is answered by it: %s', (kind, mayCall, answered) => {
    expect(answeredByWriting(kind, mayCall)).toBe(answered);
  });

  const monday = dayOf('2026-03-09');
  test.each([
    ['nothing came', [], false],
    ['they wrote on Friday', [activity('reply', '2026-03-06')], true],
    ['they wrote on Thursday', [activity('reply', '2026-03-05')], false],
    ['we talked today', [activity('call', '2026-03-09', { rightParty: true })], true],
    ['nobody was reached', [activity('call', '2026-03-09', noAnswer)], false],
    [
      'we wrote since',
      [activity('reply', '2026-03-06'), activity('email', '2026-03-09', { counted: true })],
      false,
    ],
  ])('answers them on a Monday: %s', (_, activities, answers) => {
    expect(answersThem(activities, monday, weekdays)).toBe(answers);
  });
});
