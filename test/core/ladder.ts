import type { Calendar } from '../../src/core/calendar.ts';
import { type Day, dayOf, weekday } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import type { Decision, DecisionInput } from '../../src/core/decision.ts';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import type {
  ActivityFact,
  ContactFact,
  DebtorFacts,
  DisputeFact,
  HoldFact,
  InvoiceFact,
  PromiseFact,
  StepFact,
} from '../../src/core/facts.ts';
import { readSettings } from '../../src/core/settings.ts';

/** Monday to Friday. */
export const weekdays: Calendar = { isOpen: (day) => weekday(day) <= 5 };

export const settings = readSettings({});

/** A debtor of whom nothing is known yet but its name. */
export function facts(known: Partial<DebtorFacts> = {}): DebtorFacts {
  return {
    debtor: { id: 'northwind', kind: 'business', country: 'GB', zone: 'Europe/London' },
    invoices: [],
    unapplied: [],
    promises: [],
    disputes: [],
    holds: [],
    conditions: [],
    steps: [],
    prompts: [],
    activities: [],
    contacts: [],
    ...known,
  };
}

export function invoice(number: string, due: string, known: Partial<InvoiceFact> = {}): InvoiceFact {
  const dueOn = dayOf(due);
  const amount = known.amount ?? 100_000n;
  const issuedOn = (dueOn - 30) as Day;
  return { id: number, number, issuedOn, dueOn, currency: 'EUR', amount, outstanding: amount, ...known };
}

export function step(
  stage: string,
  invoiceId: string,
  takenOn: string,
  known: Partial<StepFact> = {},
): StepFact {
  return {
    id: `${stage}:${invoiceId}:${takenOn}`,
    caseId: 'case',
    stage,
    carryingInvoiceId: invoiceId,
    occurrence: 1,
    stageDay: businessPolicy.rungs.find(({ key }) => key === stage)?.day ?? 0,
    takenOn: dayOf(takenOn),
    state: 'done',
    doneOn: dayOf(takenOn),
    invoiceIds: [invoiceId],
    ...known,
  };
}

export function activity(
  kind: ActivityFact['kind'],
  on: string,
  known: Partial<ActivityFact> = {},
): ActivityFact {
  const at = new Date(`${on}T10:00:00Z`);
  const direction = kind === 'reply' ? 'in' : 'out';
  return {
    id: `${kind}:${on}:${known.contactId ?? ''}`,
    kind,
    direction,
    counted: false,
    on: dayOf(on),
    at,
    ...known,
  };
}

/** A reminder or notice that went out. */
export function mail(on: string): ActivityFact {
  return activity('email', on, { counted: true });
}

export function promise(
  invoiceId: string,
  made: string,
  promised: string,
  known: Partial<PromiseFact> = {},
): PromiseFact {
  const promisedOn = dayOf(promised);
  return {
    id: `promise:${made}`,
    currency: 'EUR',
    amount: 100_000n,
    madeOn: dayOf(made),
    promisedOn,
    lastOn: (promisedOn + 2) as Day,
    judgeOn: (promisedOn + 3) as Day,
    state: 'open',
    awaitsAgreement: false,
    invoices: [{ invoiceId, amount: 100_000n, inFull: true }],
    ...known,
  };
}

export function dispute(invoiceId: string, raised: string, known: Partial<DisputeFact> = {}): DisputeFact {
  return {
    id: `dispute:${raised}`,
    invoiceId,
    amount: 100_000n,
    whole: true,
    raisedOn: dayOf(raised),
    ...known,
  };
}

export function hold(from: string, until: string, known: Partial<HoldFact> = {}): HoldFact {
  return {
    id: `hold:${from}`,
    kind: 'hold',
    fromOn: dayOf(from),
    untilOn: dayOf(until),
    reason: 'stocktaking',
    ...known,
  };
}

export function contact(id: string, known: Partial<ContactFact> = {}): ContactFact {
  return {
    id,
    name: id,
    role: 'payables',
    phone: '+44 20 7946 0018',
    email: `${id}@northwind.example`,
    isMailbox: false,
    doNotContact: false,
    refusedChannels: [],
    deadChannels: [],
    ...known,
  };
}

/** What the business policy says about a debtor on a day, with payments fresh. */
export function on(day: string, known: Partial<DebtorFacts>, input: Partial<DecisionInput> = {}): Decision {
  const today = dayOf(day);
  return decide({
    facts: facts(known),
    policy: businessPolicy,
    settings,
    today,
    calendar: weekdays,
    debtorCalendar: weekdays,
    paymentsFreshUntil: today,
    ...input,
  });
}
