import { usableUntil } from '../../src/core/approvalDays.ts';
import { addBusinessDays } from '../../src/core/calendar.ts';
import { addDays, type Day, dayOf, isoDay } from '../../src/core/day.ts';
import { deadlineFor } from '../../src/core/deadlineFor.ts';
import { decide } from '../../src/core/decide.ts';
import type { DecisionInput, StepToTake } from '../../src/core/decision.ts';
import type { ActivityFact, DebtorFacts, StepFact } from '../../src/core/facts.ts';
import { type Policy, stageOf } from '../../src/core/policy.ts';
import { activity, contact, facts, invoice, settings, weekdays } from './ladder.ts';

/** The due date of invoice 1041: a Thursday, so that day n of a policy is the n-th of January, and so on. */
export const DUE = '2026-01-01';

/** What a policy does about invoice 1041 until a day, each step done on the day it comes, and nobody ever pays. */
export function walk(
  policy: Policy,
  debtor: DebtorFacts['debtor'],
  { until, heard = [], without = [] }: Walk,
): string[] {
  const lines: string[] = [];
  let known = facts({ debtor, invoices: [invoice('1041', DUE)], contacts: [contact('ana')] });
  for (let today = addDays(dayOf(DUE), -9); today <= dayOf(until); today = addDays(today, 1)) {
    const input: DecisionInput = {
      ...{ policy, settings, today, calendar: weekdays, debtorCalendar: weekdays, paymentsFreshUntil: today },
      facts: { ...known, activities: [...known.activities, ...heard].filter((one) => one.on <= today) },
    };
    const { take, tasks } = decide(input);
    for (const one of take ? [...tasks, take] : tasks) {
      const what = line(one, today);
      lines.push(what);
      if (!without.includes(one.stage)) known = doneOn(known, one, input);
      else known = { ...known, steps: [...known.steps, { ...stepOf(one, today), state: 'pending' }] };
    }
  }
  return lines;
}

export interface Walk {
  readonly until: string;
  /** what came from the customer */
  readonly heard?: readonly ActivityFact[];
  /** stages that are asked for and never done */
  readonly without?: readonly string[];
}

/** One line of the policy as it is lived: the day, what is asked or sent, who does it, who approves. */
function line(step: StepToTake, today: Day): string {
  const how = step.mode === 'written' ? (step.call === 'first' ? 'call, then write' : 'write') : step.mode;
  const beside = step.call === 'beside' ? ' and call' : '';
  const click = step.oneClick ? ', one click' : '';
  const approved = step.needsApproval ? `, approved by ${step.approvedBy.join(' and ')}` : '';
  const days = String(today - dayOf(DUE)).padStart(3);
  return `${days} ${isoDay(today).slice(5)} ${step.stage}: ${how}${beside}, ${step.asks}${click}${approved}`;
}

function stepOf(step: StepToTake, today: Day): StepFact {
  const { stage, carryingInvoiceId, occurrence, stageDay, listedInvoiceIds: invoiceIds } = step;
  return {
    ...{ id: `${stage}/${occurrence}`, caseId: 'case', stage, carryingInvoiceId, occurrence, stageDay },
    ...{ takenOn: today, state: 'done', doneOn: today, invoiceIds },
  };
}

/** Done at once: written and sent, approved and posted on its day; a conversation is tried for on three business days, in vain. */
function doneOn(known: DebtorFacts, step: StepToTake, input: DecisionInput): DebtorFacts {
  const { today, policy, calendar } = input;
  const taken = stepOf(step, today);
  const usable = step.needsApproval ? usableUntil(today, calendar, settings) : today;
  const deadlineOn = deadlineFor(input, step.stage, usable);
  const isContact = stageOf(policy, step.stage)?.kind === 'contact';
  const tried = (n: number, kind: 'call' | 'text') =>
    activity(kind, isoDay(addBusinessDays(calendar, today, n)), { outcome: 'no_answer', contactId: 'ana' });
  const did: ActivityFact[] = isContact
    ? [tried(0, 'call'), tried(1, 'call'), tried(2, 'text')]
    : step.mode === 'written'
      ? [activity('email', isoDay(today), { counted: true })]
      : step.mode === 'call'
        ? [tried(0, 'call')]
        : [];
  const creditHold = {
    ...{ id: taken.id, setOn: today, invoiceId: '1041', invoiceNumber: '1041', invoiceIds: ['1041'] },
  };
  return {
    ...known,
    steps: [...known.steps, isContact ? { ...taken, state: 'pending' } : { ...taken, deadlineOn }],
    activities: [...known.activities, ...did],
    ...(step.stage === 'credit_hold' ? { creditHold } : {}),
    ...(step.stage === 'hand_off' ? { handedOff: { on: today, toName: 'Justitia' } } : {}),
  };
}
