import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { outsideCondition } from '../../core/outsideCondition.ts';
import type { Queries } from '../../db/client.ts';
import type { Plan, Promise as PromiseRow } from '../../generated/prisma/client.ts';
import type { Evidence } from '../../reports/evidence/Evidence.ts';
import { disputeReasonWords } from '../disputes/disputeReasonWords.ts';
import type { EvidenceOf } from './EvidenceOf.ts';

type Agreements = Pick<Evidence, 'promises' | 'plans' | 'disputes' | 'holds' | 'conditions'>;

const TAKEN_BACK = 'recorded by mistake';

/** What was agreed with the customer, contested by them, or stood in the way, and how it ended. What still awaits a manager is not agreed. */
export async function evidenceAgreements(
  tx: Queries,
  of: EvidenceOf & { readonly takenBack: ReadonlySet<string> },
): Promise<Agreements> {
  const { workspace, debtorId, takenBack } = of;
  const own = { workspaceId: workspace.id, debtorId };
  const inTurn = [{ recordedAt: 'asc' as const }, { id: 'asc' as const }];
  const promises = await tx.prisma.promise.findMany({
    where: own,
    include: { invoices: true },
    orderBy: inTurn,
  });
  const plans = await tx.prisma.plan.findMany({ where: own, orderBy: inTurn });
  const disputes = await tx.prisma.dispute.findMany({ where: own, orderBy: inTurn });
  const holds = await tx.prisma.hold.findMany({ where: own, orderBy: inTurn });
  const conditions = await tx.prisma.debtorCondition.findMany({ where: own, orderBy: inTurn });
  const contacts = await tx.prisma.contact.findMany({ where: { workspaceId: workspace.id, debtorId } });
  const invoices = await tx.prisma.invoice.findMany({
    where: own,
    select: { id: true, number: true, currency: true },
  });
  const numberOf = (id: string) => invoices.find((one) => one.id === id)?.number ?? '';
  const person = (id: string | null) => contacts.find((one) => one.id === id)?.name;
  const isMistaken = ({ activityId }: { activityId: string | null }) => takenBack.has(activityId ?? '');
  return {
    promises: promises
      .filter(({ agreed }) => agreed !== false)
      .map((one) => ({
        ...{ currency: one.currency, amount: one.amount, by: person(one.contactId) },
        ...{ madeOn: dayOfDate(one.madeOn), promisedOn: dayOfDate(one.promisedOn) },
        invoices: one.invoices
          .map(({ invoiceId }) => numberOf(invoiceId))
          .filter(Boolean)
          .sort(),
        isInstalment: one.planId !== null,
        ended: isMistaken(one) ? TAKEN_BACK : promiseEnd(one, workspace.locale),
      })),
    plans: plans.map((one) => ({
      ...{
        currency: one.currency,
        amount: one.amount,
        madeOn: dayOfDate(one.madeOn),
        by: person(one.contactId),
      },
      instalments: promises.filter(({ planId }) => planId === one.id).length,
      ended: isMistaken(one) ? TAKEN_BACK : planEnd(one, workspace.locale),
    })),
    disputes: disputes.map((one) => ({
      raisedOn: dayOfDate(one.raisedOn),
      invoice: numberOf(one.invoiceId),
      currency: invoices.find(({ id }) => id === one.invoiceId)?.currency ?? '',
      amount: one.amount,
      reason: [disputeReasonWords(one.reason), one.note].filter(Boolean).join(': '),
      endedOn: one.endedOn ? dayOfDate(one.endedOn) : undefined,
      outcome: isMistaken(one)
        ? TAKEN_BACK
        : (disputeEnds[one.outcome ?? ''] ?? (one.endedOn ? 'ended' : 'open')),
    })),
    holds: holds
      .filter((one) => one.agreed !== false && !isMistaken(one))
      .map((one) => ({
        ...{ fromOn: dayOfDate(one.fromOn), untilOn: dayOfDate(one.untilOn) },
        invoice: one.invoiceId === null ? undefined : numberOf(one.invoiceId),
        reason: [holdKinds[one.kind], one.reason].filter(Boolean).join(': '),
        endedOn: one.endedOn ? dayOfDate(one.endedOn) : undefined,
      })),
    conditions: conditions.flatMap((one) => {
      const what = outsideCondition(one.kind);
      const isWrong = one.endedOn !== null && one.endedOn <= one.sinceOn;
      if (what === undefined || isWrong || isMistaken(one)) return [];
      const endedOn = one.endedOn ? dayOfDate(one.endedOn) : undefined;
      return [{ what, sinceOn: dayOfDate(one.sinceOn), endedOn }];
    }),
  };
}

const disputeEnds: Readonly<Record<string, string>> = {
  for_customer: 'settled for the customer',
  for_us: 'settled for the creditor',
  in_part: 'settled in part for the customer',
};

const holdKinds: Readonly<Record<string, string>> = {
  payment_seen: 'Payment seen at the bank',
  already_paid: 'The customer says that it is paid',
};

const promiseEnds: Readonly<Record<string, string>> = {
  open: 'open',
  kept: 'kept',
  partially_kept: 'kept in part',
  broken: 'broken',
  cancelled: 'cancelled',
  superseded: 'replaced by another',
};

function promiseEnd({ state, received, currency, endedOn }: PromiseRow, locale: string): string {
  const came =
    state === 'broken' || state === 'partially_kept'
      ? `, ${formatMoney(received, currency, locale)} came`
      : '';
  return `${promiseEnds[state] ?? state}${dayWords(endedOn, locale)}${came}`;
}

function planEnd({ state, endedOn }: Plan, locale: string): string {
  return `${promiseEnds[state] ?? state}${dayWords(endedOn, locale)}`;
}

function dayWords(endedOn: Date | null, locale: string): string {
  return endedOn ? ` (${shortDay(dayOfDate(endedOn), locale)})` : '';
}
