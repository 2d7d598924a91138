import { describe, expect, test } from 'vitest';
import { dayOf, isoDay } from '../../src/core/day.ts';
import type { Decision, DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { activity, contact, dispute, hold, invoice, mail, on, promise, step, weekdays } from './ladder.ts';

/** Invoice 1041 falls due on Thursday 1 January 2026: day n of the policy is the n-th of January, and so on. */
const i1041 = invoice('1041', '2026-01-01');
const bill = { invoices: [i1041] };
const call = step('commitment_call', '1041', '2026-02-02');
const firm = step('firm_notice', '1041', '2026-03-02');

/** What is decided in one line: the step taken, else what is waited for. */
function told({ take, waiting, stuck }: Decision): string {
  if (take) return `${take.stage} ${take.stageDay}${take.mode === 'call' ? ' by call' : ''}`;
  const until = waiting?.until === undefined ? '' : ` until ${isoDay(waiting.until)}`;
  const waits = waiting ? `${waiting.stage} waits${until}: ${waiting.why}` : 'nothing';
  return stuck ? `${waits}, stuck: ${stuck.why}` : waits;
}

type Row = [
  rule: string,
  day: string,
  known: Partial<DebtorFacts>,
  expected: string,
  input?: Partial<DecisionInput>,
];

function table(rows: Row[]) {
  test.each(rows)('%s (%s)', (_rule, day, known, expected, input) => {
    expect(told(on(day, known, input))).toBe(expected);
  });
}

describe('the day of a rung', () => {
  table([
    ['nothing before the pre-due window', '2025-12-24', bill, 'nothing'],
    ['a friendly reminder 7 days before, moved off Saturday', '2025-12-29', bill, 'pre_due -7'],
    ['the due date', '2026-01-01', bill, 'due 0'],
    ['6 days late it is still the due reminder for a debtor imported late', '2026-01-07', bill, 'due 0'],
    ['7 days late', '2026-01-08', bill, 'chase 7'],
    ['20 days late the reminder of day 14: what was passed over is skipped', '2026-01-21', bill, 'chase 14'],
    ['30 days late', '2026-02-02', bill, 'commitment_call 30 by call'],
    [
      'a year late a debtor starts at the highest rung without a gate',
      '2027-01-04',
      bill,
      'commitment_call 30 by call',
    ],
    ['60 days late with the call done', '2026-03-02', { ...bill, steps: [call] }, 'firm_notice 60'],
    ['75 days late with the notice done', '2026-03-17', { ...bill, steps: [call, firm] }, 'final_notice 75'],
    [
      'days on hold do not count',
      '2026-01-08',
      { ...bill, holds: [hold('2026-01-02', '2026-01-07')] },
      'due 0',
    ],
  ]);

  test('names what it passes over', () => {
    expect(
      on('2026-02-02', { ...bill, steps: [step('pre_due', '1041', '2025-12-25')] }).take?.skipped,
    ).toEqual(['due', 'chase']);
  });
  test('asks for approval where the policy does', () => {
    const { take } = on('2026-03-17', { ...bill, steps: [call, firm] });
    expect(take).toMatchObject({
      needsApproval: true,
      approvedBy: ['manager'],
      asks: 'owner',
      harsh: true,
      call: 'first',
    });
  });
});

describe('a rung and its repeats', () => {
  const chased = (day: string, stageDay: number, known: Partial<StepFact> = {}) =>
    step('chase', '1041', day, { stageDay, ...known });
  const notices = (...days: string[]) =>
    days.map((day, n) => step('firm_notice', '1041', day, { occurrence: n + 1, id: `f${n}` }));
  table([
    [
      'taken once',
      '2026-01-05',
      { ...bill, steps: [step('due', '1041', '2026-01-01')] },
      'chase waits until 2026-01-08: day',
    ],
    ['a reminder again on day 14', '2026-01-15', { ...bill, steps: [chased('2026-01-08', 7)] }, 'chase 14'],
    [
      'not between',
      '2026-01-14',
      { ...bill, steps: [chased('2026-01-08', 7)] },
      'chase waits until 2026-01-15: day',
    ],
    [
      'not after day 28',
      '2026-01-30',
      { ...bill, steps: [chased('2026-01-29', 28)] },
      'commitment_call waits until 2026-02-02: day',
    ],
    [
      'not after a reply',
      '2026-01-20',
      { ...bill, steps: [chased('2026-01-08', 7)], activities: [activity('reply', '2026-01-09')] },
      'commitment_call waits until 2026-02-02: day',
    ],
    [
      'a reply that names other bank details ends no reminders',
      '2026-01-20',
      {
        ...bill,
        steps: [chased('2026-01-08', 7)],
        activities: [activity('reply', '2026-01-09', { outcome: 'bank_details' })],
      },
      'chase 14',
    ],
    [
      'a reply of before it does not count',
      '2026-01-15',
      { ...bill, steps: [chased('2026-01-08', 7)], activities: [activity('reply', '2026-01-07')] },
      'chase 14',
    ],
    [
      'the notice: the next business day a call',
      '2026-03-03',
      { ...bill, steps: [call, ...notices('2026-03-02')] },
      'firm_notice 60 by call',
    ],
    [
      'then a mail, skipping the three days',
      '2026-03-04',
      { ...bill, steps: [call, ...notices('2026-03-02', '2026-03-03')], activities: [mail('2026-03-02')] },
      'firm_notice 60',
    ],
    [
      'then a call',
      '2026-03-05',
      { ...bill, steps: [call, ...notices('2026-03-02', '2026-03-03', '2026-03-04')] },
      'firm_notice 60 by call',
    ],
    [
      'then one a week',
      '2026-03-09',
      {
        ...bill,
        steps: [call, ...notices('2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06')],
      },
      'firm_notice waits until 2026-03-13: day',
    ],
    [
      'on the seventh day',
      '2026-03-13',
      {
        ...bill,
        steps: [call, ...notices('2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06')],
      },
      'firm_notice 60',
    ],
    [
      'a reply ends them all',
      '2026-03-03',
      { ...bill, steps: [call, ...notices('2026-03-02')], activities: [activity('reply', '2026-03-02')] },
      'final_notice waits until 2026-03-17: day',
    ],
    [
      'word that somebody has left the company ends none, and is no conversation that a gate asks for',
      '2026-03-04',
      {
        ...bill,
        steps: [call, ...notices('2026-03-02')],
        activities: [activity('reply', '2026-03-02', { outcome: 'left_company' })],
      },
      'firm_notice 60 by call',
    ],
    [
      'one that names other bank details does not',
      '2026-03-04',
      {
        ...bill,
        steps: [call, ...notices('2026-03-02')],
        activities: [activity('reply', '2026-03-02', { outcome: 'query', delayReason: 'paid_elsewhere' })],
      },
      'firm_notice 60 by call',
    ],
    [
      'never one below the highest taken',
      '2026-01-20',
      { ...bill, steps: [step('commitment_call', '1041', '2026-01-16')] },
      'firm_notice waits until 2026-03-02: day',
    ],
    [
      'one that was withdrawn is taken again',
      '2026-01-09',
      { ...bill, steps: [chased('2026-01-08', 7, { state: 'cancelled' })] },
      'chase 7',
    ],
    [
      'one that was skipped is not',
      '2026-01-09',
      { ...bill, steps: [chased('2026-01-08', 7, { state: 'skipped' })] },
      'chase waits until 2026-01-15: day',
    ],
  ]);

  test('a step taken again has a number of its own', () => {
    const withdrawn = chased('2026-01-08', 7, { state: 'cancelled' });
    expect(on('2026-01-09', { ...bill, steps: [withdrawn] }).take).toMatchObject({
      occurrence: 2,
      isRepeat: false,
    });
  });
});

describe('gates', () => {
  const pending = { state: 'pending', doneOn: undefined } as const;
  table([
    [
      'the call was not made: no notice',
      '2026-03-02',
      { ...bill, steps: [{ ...call, ...pending }] },
      'firm_notice waits: pending, stuck: pending',
    ],
    [
      'a talk on record makes it done',
      '2026-03-02',
      {
        ...bill,
        steps: [{ ...call, ...pending }],
        activities: [activity('call', '2026-02-03', { rightParty: true })],
      },
      'firm_notice 60',
    ],
    [
      'four business days after the notice',
      '2026-03-23',
      { ...bill, steps: [call, { ...firm, doneOn: dayOf('2026-03-17'), takenOn: dayOf('2026-03-17') }] },
      'firm_notice 60 by call',
    ],
    [
      'five',
      '2026-03-24',
      { ...bill, steps: [call, { ...firm, doneOn: dayOf('2026-03-17'), takenOn: dayOf('2026-03-17') }] },
      'final_notice 75',
    ],
    [
      'a notice that could not be sent is not done',
      '2026-03-17',
      { ...bill, steps: [call, { ...firm, state: 'failed', doneOn: undefined }] },
      'firm_notice 60 by call',
    ],
    [
      'what an import says was done counts',
      '2026-03-17',
      {
        ...bill,
        steps: [
          { ...call, takenOn: dayOf('2026-03-01') },
          { ...firm, takenOn: dayOf('2026-03-01'), doneOn: dayOf('2026-03-01') },
        ],
      },
      'final_notice 75',
    ],
  ]);

  test('done for one invoice is not done for another', () => {
    const next = invoice('1042', '2026-01-02');
    const { take } = on('2026-03-17', {
      invoices: [{ ...i1041, outstanding: 0n }, next],
      steps: [call, firm],
    });
    expect(take).toMatchObject({ stage: 'commitment_call', carryingInvoiceId: '1042' });
  });
  test('done for an invoice that the step listed', () => {
    const next = invoice('1042', '2026-01-02');
    const both = ['1041', '1042'];
    const steps = [
      { ...call, invoiceIds: both },
      { ...firm, invoiceIds: both },
    ];
    const { take } = on('2026-03-18', { invoices: [{ ...i1041, outstanding: 0n }, next], steps });
    expect(take).toMatchObject({ stage: 'final_notice', carryingInvoiceId: '1042', occurrence: 1 });
  });
});

describe('one step at a time', () => {
  const reminder = step('chase', '1041', '2026-01-08', { stageDay: 7, state: 'pending', doneOn: undefined });
  const prompt = { id: 'p', stepId: reminder.id, kind: 'reminder', open: true, openedAt: new Date(0) };
  table([
    [
      'while its prompt is open nothing else starts',
      '2026-02-02',
      { ...bill, steps: [reminder], prompts: [prompt] },
      'commitment_call waits: prompt_open, stuck: prompt_open',
    ],
    [
      'a prompt of nothing on the ladder is no obstacle',
      '2026-01-15',
      { ...bill, prompts: [{ ...prompt, stepId: undefined, kind: 'broken_promise' }] },
      'chase 14',
    ],
    [
      'one a day',
      '2026-01-08',
      { invoices: [i1041, invoice('1042', '2026-01-08')], steps: [step('due', '1042', '2026-01-08')] },
      'chase waits until 2026-01-09: one_a_day',
    ],
    [
      'on a closed day it moves to the next open one',
      '2026-01-10',
      bill,
      'chase waits until 2026-01-12: closed_day',
    ],
    [
      'a call needs the customer’s region to be open too',
      '2026-02-02',
      bill,
      'commitment_call waits until 2026-02-03: closed_day',
      { debtorCalendar: { isOpen: (day) => weekdays.isOpen(day) && day !== dayOf('2026-02-02') } },
    ],
    [
      'a mail does not',
      '2026-01-08',
      bill,
      'chase 7',
      { debtorCalendar: { isOpen: (day) => day !== dayOf('2026-01-08') } },
    ],
  ]);

  test('what lost its object is withdrawn, and holds nothing up', () => {
    const next = invoice('1042', '2026-01-02');
    const known = { invoices: [{ ...i1041, outstanding: 0n }, next], steps: [reminder], prompts: [prompt] };
    expect(on('2026-01-09', known)).toMatchObject({
      withdraw: [reminder.id],
      take: { stage: 'chase', carryingInvoiceId: '1042' },
    });
    expect(
      on('2026-01-09', {
        ...bill,
        steps: [reminder],
        prompts: [prompt],
        promises: [promise('1041', '2026-01-09', '2026-01-20')],
      }),
    ).toMatchObject({ withdraw: [reminder.id] });
  });

  test('a notice repeats nothing that another invoice had alone, which it lists too: an answer to that leaves it as it is', () => {
    const invoices = [i1041, invoice('1042', '2025-12-20')];
    const answered = step('firm_notice', '1042', '2026-03-02');
    const asked = step('firm_notice', '1041', '2026-03-12', {
      ...{ state: 'pending', doneOn: undefined, occurrence: 2, invoiceIds: ['1041', '1042'] },
    });
    const known = { invoices, activities: [activity('reply', '2026-03-04')] };
    const both = on('2026-03-13', { ...known, steps: [call, answered, asked] });
    expect([both.withdraw, both.take]).toEqual([[], undefined]);
    const repeat = { ...asked, carryingInvoiceId: '1042' };
    expect(on('2026-03-13', { ...known, steps: [call, answered, repeat] }).withdraw).toEqual([asked.id]);
  });

  test('so is what could not be sent', () => {
    const failed = { ...reminder, state: 'failed' as const };
    const paid = { invoices: [{ ...i1041, outstanding: 0n }], steps: [failed], prompts: [prompt] };
    expect(on('2026-01-09', paid)).toMatchObject({ withdraw: [failed.id] });
    expect(on('2026-01-09', { ...bill, steps: [failed], prompts: [prompt] }).withdraw).toEqual([]);
  });

  test('finance is asked about all that only finance can end, at once', () => {
    const steps = [call];
    const unapplied = [{ currency: 'EUR', amount: 9_000n, toPlace: 9_000n }];
    const asked = on(
      '2026-03-02',
      { ...bill, steps, unapplied },
      { paymentsFreshUntil: dayOf('2026-02-20') },
    );
    expect(asked.waitsForFinance).toEqual(expect.arrayContaining(['freshness', 'unplaced_cash']));
    expect(asked.take).toBeUndefined();
  });

  test('and about what keeps a harsh step that was started from going out', () => {
    const started = { ...firm, state: 'pending' as const, doneOn: undefined };
    const unapplied = [{ currency: 'EUR', amount: 9_000n, toPlace: 9_000n }];
    const known = {
      ...bill,
      steps: [call, started],
      prompts: [{ ...prompt, stepId: started.id }],
      unapplied,
    };
    expect(on('2026-03-03', known).waitsForFinance).toEqual(['unplaced_cash']);
  });

  test('a step of a stage that the policy has no longer is withdrawn, and the ladder goes on', () => {
    const known = { ...bill, steps: [{ ...reminder, stage: 'site_visit' }], prompts: [prompt] };
    expect(on('2026-01-09', known)).toMatchObject({ withdraw: [reminder.id], take: { stage: 'chase' } });
  });

  test.each([
    ['one that waits', 'call', 1],
    ['a letter that was mailed and has only to be posted', 'post_letter', 0],
  ])('of a stage that is not in use any longer %s: %s', (_, kind, withdrawn) => {
    const rungs = businessPolicy.rungs.map((rung) => ({ ...rung, enabled: rung.key !== 'chase' }));
    const known = { ...bill, steps: [reminder], prompts: [{ ...prompt, kind, stepId: reminder.id }] };
    const decision = on('2026-01-09', known, { policy: { ...businessPolicy, rungs } });
    expect(decision.withdraw).toHaveLength(withdrawn);
  });
});

describe('what holds a step back', () => {
  const final = step('final_notice', '1041', '2026-03-17', { deadlineOn: dayOf('2026-03-28') });
  const withDemand = { policy: { ...demanding() } };
  table([
    [
      'we wrote two business days ago',
      '2026-01-08',
      { ...bill, activities: [mail('2026-01-06')] },
      'chase waits until 2026-01-09: spacing',
    ],
    ['three', '2026-01-08', { ...bill, activities: [mail('2026-01-05')] }, 'chase 7'],
    [
      'three messages in seven days',
      '2026-03-04',
      {
        ...bill,
        steps: [
          call,
          { ...firm, takenOn: dayOf('2026-02-27') },
          step('firm_notice', '1041', '2026-03-03', { occurrence: 2 }),
        ],
        activities: [mail('2026-02-26'), mail('2026-02-27'), mail('2026-03-02')],
      },
      'firm_notice waits until 2026-03-05: spacing',
    ],
    [
      'an answer of ours does not count',
      '2026-01-08',
      { ...bill, activities: [activity('email', '2026-01-07')] },
      'chase 7',
    ],
    [
      'calls are not spaced by mails',
      '2026-02-02',
      { ...bill, activities: [mail('2026-02-02')] },
      'commitment_call 30 by call',
    ],
    [
      'we talked today: the contact rules ask for a day',
      '2026-02-02',
      {
        ...bill,
        contacts: [contact('ana')],
        activities: [activity('call', '2026-02-02', { rightParty: true, contactId: 'ana' })],
      },
      'commitment_call waits until 2026-02-03: contact_rules',
    ],
    [
      'we talked to somebody else',
      '2026-02-02',
      {
        ...bill,
        contacts: [contact('ana')],
        activities: [activity('call', '2026-02-02', { rightParty: true, contactId: 'bo' })],
      },
      'commitment_call 30 by call',
    ],
    [
      'a part payment yesterday',
      '2026-01-08',
      { invoices: [{ ...i1041, outstanding: 50_000n, partPaidOn: dayOf('2026-01-07') }] },
      'chase waits until 2026-01-09: part_payment',
    ],
    [
      'a reply today',
      '2026-01-08',
      { ...bill, activities: [activity('reply', '2026-01-08')] },
      'chase waits until 2026-01-09: reply',
    ],
    [
      'a reason of our own making delays what is harsher',
      '2026-02-02',
      { ...bill, activities: [activity('email', '2026-01-30', { delayReason: 'not_received' })] },
      'commitment_call waits until 2026-02-04: delay_reason',
    ],
    [
      'mended the same day it delays no longer than to the next business day',
      '2026-02-02',
      {
        ...bill,
        activities: [
          activity('call', '2026-01-30', { delayReason: 'not_received' }),
          activity('note', '2026-01-30', { mended: 'not_received' }),
        ],
      },
      'commitment_call 30 by call',
    ],
    [
      'mended today it delays until tomorrow',
      '2026-02-02',
      {
        ...bill,
        activities: [
          activity('call', '2026-01-30', { delayReason: 'not_received' }),
          activity('note', '2026-02-02', { mended: 'not_received' }),
        ],
      },
      'commitment_call waits until 2026-02-03: delay_reason',
    ],
    [
      'another reason is not mended with it, nor the same one that is told again',
      '2026-02-02',
      {
        ...bill,
        activities: [
          activity('note', '2026-01-29', { mended: 'portal_rejected' }),
          activity('call', '2026-01-30', { delayReason: 'portal_rejected' }),
          activity('note', '2026-01-30', { mended: 'not_received' }),
        ],
      },
      'commitment_call waits until 2026-02-04: delay_reason',
    ],
    [
      'a reason of theirs does not',
      '2026-02-02',
      { ...bill, activities: [activity('email', '2026-01-30', { delayReason: 'cash_flow' })] },
      'commitment_call 30 by call',
    ],
    [
      'payments of two business days ago are fresh',
      '2026-03-02',
      { ...bill, steps: [call] },
      'firm_notice 60',
      { paymentsFreshUntil: dayOf('2026-02-26') },
    ],
    [
      'of three they are not: harsh steps wait',
      '2026-03-02',
      { ...bill, steps: [call] },
      'firm_notice waits: freshness',
      { paymentsFreshUntil: dayOf('2026-02-25') },
    ],
    [
      'without any import harsh steps wait',
      '2026-03-02',
      { ...bill, steps: [call] },
      'firm_notice waits: freshness',
      { paymentsFreshUntil: undefined },
    ],
    ['others do not', '2026-01-08', bill, 'chase 7', { paymentsFreshUntil: undefined }],
    [
      'money that pays nothing yet stops harsh steps until finance says what it is for',
      '2026-03-02',
      { ...bill, steps: [call], unapplied: [{ currency: 'EUR', amount: 9_000n, toPlace: 9_000n }] },
      'firm_notice waits: unplaced_cash',
    ],
    [
      'no others',
      '2026-01-08',
      { ...bill, unapplied: [{ currency: 'EUR', amount: 9_000n, toPlace: 9_000n }] },
      'chase 7',
    ],
    [
      'nor in a currency in which they owe nothing',
      '2026-03-02',
      { ...bill, steps: [call], unapplied: [{ currency: 'USD', amount: 9_000n, toPlace: 9_000n }] },
      'firm_notice 60',
    ],
    [
      'once it is for something else it is not set against what they owe',
      '2026-03-02',
      { ...bill, steps: [call], unapplied: [{ currency: 'EUR', amount: 900_000n, forOther: 900_000n }] },
      'firm_notice 60',
    ],
    [
      'an approval that was declined yesterday is not asked for again at once',
      '2026-03-18',
      { ...bill, steps: [call, firm], refusals: [{ stage: 'final_notice', endedOn: dayOf('2026-03-17') }] },
      'final_notice waits until 2026-03-24: approval_ended',
    ],
    [
      'nothing harsher on the day that we gave in writing, moved off Saturday',
      '2026-03-30',
      { ...bill, steps: [call, firm, final] },
      'demand_letter waits until 2026-03-31: deadline',
      withDemand,
    ],
    [
      'once it has passed',
      '2026-03-31',
      { ...bill, steps: [call, firm, final] },
      'demand_letter 88',
      withDemand,
    ],
  ]);
});

describe('what stops the whole ladder', () => {
  const final = step('final_notice', '1041', '2026-03-17');
  const other = invoice('1042', '2026-01-02');
  table([
    ...(
      [
        'breathing_space',
        'vulnerability',
        'bereavement',
        'insolvency',
        'representation',
        'cease',
        'bank_details',
      ] as const
    ).map(
      (kind): Row => [
        kind,
        '2026-01-08',
        { ...bill, conditions: [{ kind, sinceOn: dayOf('2026-01-07') }] },
        'nothing',
      ],
    ),
    [
      'a condition that has ended does not',
      '2026-01-08',
      {
        ...bill,
        conditions: [{ kind: 'cease', sinceOn: dayOf('2026-01-02'), endedOn: dayOf('2026-01-08') }],
      },
      'chase 7',
    ],
    [
      'a dispute raised after the final notice, until a manager has decided',
      '2026-04-01',
      { invoices: [i1041, other], steps: [call, firm, final], disputes: [dispute('1041', '2026-03-20')] },
      'nothing',
    ],
    [
      'then the other invoices go on',
      '2026-04-01',
      {
        invoices: [i1041, other],
        steps: [call, firm, final],
        disputes: [dispute('1041', '2026-03-20', { managerDecidedOn: dayOf('2026-03-20') })],
      },
      'commitment_call 30 by call',
    ],
    [
      'a dispute raised before it does not',
      '2026-04-01',
      { invoices: [i1041, other], steps: [call, firm, final], disputes: [dispute('1041', '2026-03-10')] },
      'commitment_call 30 by call',
    ],
  ]);
});

describe('the invoices that a step lists', () => {
  const young = invoice('1050', '2026-01-05');
  const future = invoice('1060', '2026-01-12');
  test('a reminder lists everything that is overdue', () => {
    expect(on('2026-01-08', { invoices: [i1041, young, future] }).take?.listedInvoiceIds).toEqual([
      '1041',
      '1050',
    ]);
  });
  test('a notice lists what has come that far, so that the others keep their own steps', () => {
    const both = invoice('1042', '2026-01-02');
    const done = [{ ...call, invoiceIds: ['1041', '1042'] }, firm];
    expect(on('2026-03-18', { invoices: [i1041, both, young], steps: done }).take?.listedInvoiceIds).toEqual([
      '1041',
    ]);
    const listed = [done[0] ?? call, { ...firm, invoiceIds: ['1041', '1042'] }];
    expect(
      on('2026-03-18', { invoices: [i1041, both, young], steps: listed }).take?.listedInvoiceIds,
    ).toEqual(['1041', '1042']);
  });
  test('the stage falls back when the carrying invoice is paid', () => {
    const reminded = step('chase', '1041', '2026-01-08', { stageDay: 7, invoiceIds: ['1041', '1050'] });
    const paid = { ...i1041, outstanding: 0n };
    expect(told(on('2026-02-03', { invoices: [i1041, young], steps: [reminded] }))).toBe(
      'commitment_call 30 by call',
    );
    expect(told(on('2026-02-03', { invoices: [paid, young], steps: [reminded, call] }))).toBe('chase 28');
    expect(told(on('2026-01-09', { invoices: [paid, young], steps: [reminded] }))).toBe(
      'chase waits until 2026-01-12: day',
    );
  });
});

describe('private customers', () => {
  const mild = { policy: privatePolicy };
  const chased = step('chase', '1041', '2026-01-08', { stageDay: 7 });
  table([
    [
      'a reminder every fourteen days',
      '2026-01-16',
      { ...bill, steps: [chased] },
      'chase waits until 2026-01-22: day',
      mild,
    ],
    ['the second one', '2026-01-22', { ...bill, steps: [chased] }, 'chase 21', mild],
    [
      'no daily notices',
      '2026-03-03',
      { ...bill, steps: [call, firm] },
      'firm_notice waits until 2026-03-09: day',
      mild,
    ],
  ]);
});

describe('explaining', () => {
  const sentences = (decision: Decision) => decision.reasons.map(({ sentence }) => sentence);
  test('the days, and what stopped them', () => {
    expect(sentences(on('2026-03-12', { ...bill, holds: [hold('2026-02-01', '2026-02-07')] }))).toContain(
      'Invoice 1041 carries the case: 63 effective days past due (70 calendar days; 7 days on hold)',
    );
  });
  test('why an invoice rests, and what a gate misses', () => {
    const other = invoice('1042', '2026-01-02');
    const told = sentences(
      on('2026-03-02', { invoices: [i1041, other], disputes: [dispute('1042', '2026-02-01')] }),
    );
    expect(told.join('\n')).toMatch(/1042 rests: disputed since 1 Feb 2026/);
    expect(told.join('\n')).toMatch(/Late-payment notice needs this first: Call for a firm date/);
  });
  test('what is waited for, with its day', () => {
    const told = sentences(on('2026-01-08', { ...bill, activities: [mail('2026-01-06')] }));
    expect(told).toContain('We last wrote on 6 Jan 2026: the next message may go on 9 Jan 2026');
  });
});

/** The business policy with its demand letter in use. */
function demanding() {
  const policy = structuredClone(privatePolicy);
  return { ...policy, rungs: policy.rungs.map((rung) => ({ ...rung, enabled: true })) };
}
