import type { AccountView, ConfirmView } from '../../../blocks/accounts/AccountView.ts';
import { agreedTogether } from '../../core/agreedTogether.ts';
import { awaitedCredits } from '../../core/awaitedCredits.ts';
import { promiseStands } from '../../core/clockStops.ts';
import type { Day } from '../../core/day.ts';
import { dayJudged } from '../../core/dayJudged.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DisputeFact, HoldFact, PromiseFact } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import { NEVER } from '../../core/never.ts';
import { stageName } from '../../core/stageName.ts';
import type { Account } from './loadAccount.ts';

const BROKEN_SHOWN = 3;

/**
 * What was agreed or stands in the way: promises, disputes, holds, unapplied cash, approvals; `confirms`: the promises that may be
 * confirmed by mail.
 */
export function agreements(
  { facts, record, today }: Account,
  locale: string,
  confirms: readonly string[],
): AccountView['sections'] {
  const invoice = (id: string | undefined) => facts.invoices.find((item) => item.id === id);
  const money = (amount: bigint, currency: string) => formatMoney(amount, currency, locale);
  const promise = (p: PromiseFact) => {
    const words = `${money(p.amount, p.currency)} by ${shortDay(p.promisedOn, locale)}`;
    if (p.state !== 'open') return `Broken: ${words}`;
    const notes = [
      p.awaitsAgreement && 'a manager has still to agree',
      p.confirmBy !== undefined &&
        `unconfirmed, ${promiseStands(p, today) ? 'holds' : 'held'} until ${shortDay(p.confirmBy, locale)}`,
      p.planId !== undefined && 'instalment',
    ];
    const all = [...notes, standing(p, today, locale)].filter((note) => typeof note === 'string');
    return all.length > 0 ? `${words} (${all.join(', ')})` : words;
  };
  const awaited = new Set(
    awaitedCredits(facts, today).flatMap(({ dispute: { id }, awaited: some }) => (some > 0n ? [id] : [])),
  );
  const dispute = ({ id, invoiceId, amount, whole, raisedOn }: DisputeFact) => {
    const item = invoice(invoiceId);
    const what = item
      ? `${whole ? 'all' : money(amount, item.currency)} of ${item.number}`
      : 'a settled invoice';
    const toBeCredited = awaited.has(id) ? ', settled: a credit note is to come' : '';
    return `${what}, since ${shortDay(raisedOn, locale)}${toBeCredited}`;
  };
  const hold = ({ kind, invoiceId, fromOn, untilOn, reason, awaitsAgreement }: HoldFact) => {
    const item = invoice(invoiceId);
    const words = { hold: 'On hold', payment_seen: 'Payment seen', already_paid: 'Said to be paid' }[kind];
    const from = fromOn > today ? ` from ${shortDay(fromOn, locale)}` : '';
    const note = awaitsAgreement ? ' (a manager has still to agree)' : '';
    return `${words}${item ? ` (${item.number})` : ''}${from} until ${shortDay(untilOn, locale)}${reason ? `: ${reason}` : ''}${note}`;
  };
  const broken = facts.promises.filter(({ state }) => state === 'broken');
  return [
    {
      title: broken.length > 0 ? `Promises (${broken.length} broken)` : 'Promises',
      lines: [
        ...facts.promises.filter(({ state }) => state === 'open').map(promise),
        ...broken.slice(-BROKEN_SHOWN).map(promise),
      ],
      confirms: facts.promises
        .filter(({ id }) => confirms.includes(id))
        .map((p) => toConfirm(p, facts.promises, locale)),
    },
    {
      title: 'In dispute',
      lines: facts.disputes
        .filter(({ id, endedOn }) => endedOn === undefined || awaited.has(id))
        .map(dispute),
    },
    {
      title: 'On hold',
      lines: facts.holds
        .filter(({ untilOn, endedOn }) => untilOn >= today && (endedOn === undefined || endedOn > today))
        .map(hold),
    },
    {
      title: 'Write-off proposed',
      lines: record.writeOffs.map(({ number, amount, currency, agreed, proposedBy, reason }) => {
        const stands = agreed ? 'agreed, waits for the ledger' : 'a manager has still to agree';
        return `${money(amount, currency)} of ${number}, by ${proposedBy} (${stands}): ${reason}`;
      }),
    },
    {
      title: 'Unapplied cash',
      lines: facts.unapplied.map(({ amount, currency }) => money(amount, currency)),
    },
    {
      title: 'Approvals',
      lines: record.approvals.map(
        ({ kind, state }) =>
          `${stageName(kind)}: ${state === 'open' ? 'waiting for approval' : 'approved, not sent yet'}`,
      ),
    },
  ];
}

/** Where a promise stands whose days to come are over, or which is judged later than it was to be. */
function standing(promise: PromiseFact, today: Day, locale: string): string | undefined {
  const { lastOn, judgeOn } = promise;
  const judgedOn = dayJudged(promise);
  if (judgedOn > judgeOn && judgedOn > today)
    return judgedOn === NEVER ? 'not judged while it rests' : `judged on ${shortDay(judgedOn, locale)}`;
  return lastOn < today ? 'being checked' : undefined;
}

function toConfirm(promise: PromiseFact, all: readonly PromiseFact[], locale: string): ConfirmView {
  const open = agreedTogether(promise, all).filter(({ state }) => state === 'open');
  const amount = open.reduce((sum, one) => sum + one.amount, 0n);
  const comes =
    open.length > 1 ? `in ${open.length} instalments` : `by ${shortDay(promise.promisedOn, locale)}`;
  return { promiseId: promise.id, what: `${formatMoney(amount, promise.currency, locale)} ${comes}` };
}
