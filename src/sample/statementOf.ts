import { stringify } from 'csv-stringify/sync';
import { addBusinessDays, businessDaysBetween, nextOpenDay } from '../core/calendar.ts';
import { addDays, type Day, isoDay } from '../core/day.ts';
import { formatAmount } from '../core/money.ts';
import { arrivals, deposits, type PromiseHabit, promiseHabits, unmoved } from './bankHabits.ts';
import { draw, drawBetween } from './draw.ts';
import { sampleCalendar } from './sampleStart.ts';
import { BANK_COLUMNS } from './seed/seedBank.ts';

/** What a customer knows of the account when deciding whether to pay; amounts in minor units. */
export interface PayerFacts {
  readonly account: string;
  readonly name: string;
  /** open invoices that are neither contested nor credits, the oldest first */
  readonly open: readonly {
    readonly number: string;
    readonly dueOn: Day;
    readonly currency: string;
    readonly outstanding: bigint;
  }[];
  /** the last day on which we wrote */
  readonly remindedOn: Day | undefined;
  readonly promises: readonly PayerPromise[];
  /** instalments, illness: nothing is to be expected */
  readonly onHold: boolean;
}

export interface PayerPromise {
  readonly promisedOn: Day;
  readonly madeOn: Day;
  readonly currency: string;
  readonly amount: bigint;
  readonly numbers: readonly string[];
}

interface Line {
  readonly payer: string;
  readonly reference: string;
  readonly currency: string;
  readonly amount: bigint;
}

/** Of a hundred customers so many pay some days after they were reminded, and so many on the day without being asked. */
const MOVED_BY_REMINDER = 0.6;
const PUNCTUAL = 0.3;

/** The bank's statement of a business day as CSV, lines in the order of accounts; a pure function of the facts. */
export function statementOf(day: Day, firstDay: Day, payers: readonly PayerFacts[]): string {
  const lines = [...payers]
    .sort((a, b) => (a.account < b.account ? -1 : 1))
    .flatMap((payer) => linesOf(payer, day, firstDay))
    .map(({ payer, reference, amount, currency }) => [
      isoDay(day),
      payer,
      reference,
      formatAmount(amount, currency),
      currency,
    ]);
  return stringify([BANK_COLUMNS, ...lines]);
}

function linesOf(payer: PayerFacts, day: Day, firstDay: Day): Line[] {
  const deposit = deposits[payer.name];
  const currency = payer.open[0]?.currency;
  if (deposit && currency && day === addBusinessDays(sampleCalendar, firstDay, deposit.onDay)) {
    const { amount, reference } = deposit;
    return [{ payer: payer.name.toUpperCase(), reference, currency, amount }];
  }
  const kept = payer.promises.flatMap((promise) => promiseLine(payer, promise, day) ?? []);
  if (kept.length > 0) return kept;
  const overdue = payer.open.filter(({ dueOn }) => dueOn < day);
  const arrival = arrivals[payer.name];
  if (arrival && day === addBusinessDays(sampleCalendar, firstDay, arrival.onDay)) {
    return pay(payer, overdue, arrival.share);
  }
  if (unmoved.has(payer.name) || payer.promises.length > 0 || payer.onHold) return [];
  return isMoved(payer, day) ? pay(payer, overdue, 1) : pay(payer, dueToday(payer, day), 1);
}

/** Reminded, and one to four business days later the money is there. */
function isMoved({ account, remindedOn }: PayerFacts, day: Day): boolean {
  if (remindedOn === undefined || draw('moved', account, isoDay(remindedOn)) >= MOVED_BY_REMINDER)
    return false;
  const takes = drawBetween(1, 4, 'takes', account, isoDay(remindedOn));
  return businessDaysBetween(sampleCalendar, remindedOn, day) === takes;
}

function dueToday({ open }: PayerFacts, day: Day) {
  return open.filter(
    ({ number, dueOn }) => nextOpenDay(sampleCalendar, dueOn) === day && draw('punctual', number) < PUNCTUAL,
  );
}

/** A transfer takes a day: it is there on the first business day after the one it was promised for. */
function promiseLine(payer: PayerFacts, promise: PayerPromise, day: Day): Line | undefined {
  const { promisedOn, madeOn, currency, amount, numbers } = promise;
  const from = promisedOn > madeOn ? promisedOn : madeOn;
  if (day !== nextOpenDay(sampleCalendar, addDays(from, 1))) return undefined;
  const habit = promiseHabits[payer.name] ?? drawnHabit(payer, promise);
  if (habit === 'breaks') return undefined;
  return {
    payer: payer.name.toUpperCase(),
    reference: numbers.join(' '),
    currency,
    amount: habit === 'keeps' ? amount : amount / 2n,
  };
}

function drawnHabit({ account }: PayerFacts, { promisedOn }: PayerPromise): PromiseHabit {
  const chance = draw('promise', account, isoDay(promisedOn));
  if (chance < 0.65) return 'keeps';
  return chance < 0.8 ? 'in_part' : 'breaks';
}

/** One transfer a currency; some write only their own name and leave the numbers to us. */
function pay({ name, account }: PayerFacts, invoices: PayerFacts['open'], share: number): Line[] {
  return [...new Set(invoices.map(({ currency }) => currency))].map((currency) => {
    const paid = invoices.filter((invoice) => invoice.currency === currency);
    const total = paid.reduce((sum, { outstanding }) => sum + outstanding, 0n);
    const numbers = paid.map(({ number }) => number).join(' ');
    const silent = share === 1 && draw('silent', account) < 0.15;
    return {
      payer: name.toUpperCase(),
      reference: silent ? 'YOUR INVOICE' : numbers,
      currency,
      amount: share === 1 ? total : (total * BigInt(Math.round(share * 100))) / 100n,
    };
  });
}
