import { type Day, dateOfDay, dayOfDate } from '../core/day.ts';
import { dayIn } from '../core/zone.ts';
import type { Db } from '../db/client.ts';
import { SAMPLE_ZONE } from './sampleTeam.ts';
import type { PayerFacts } from './statementOf.ts';

/** Every customer who has something open or promised, as it stands in the ledger on that morning. */
export async function payerFacts(db: Db, workspaceId: string, day: Day): Promise<PayerFacts[]> {
  const today = dateOfDay(day);
  const [debtors, invoices, mails, promises, disputes, holds] = await Promise.all([
    db.prisma.debtor.findMany({ where: { workspaceId }, select: { id: true, account: true, name: true } }),
    db.prisma.invoice.findMany({
      where: { workspaceId, outstanding: { gt: 0 } },
      orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
    }),
    db.prisma.activity.groupBy({
      by: ['debtorId'],
      where: { workspaceId, counted: true },
      _max: { at: true },
    }),
    db.prisma.promise.findMany({
      where: { workspaceId, state: 'open', OR: [{ agreed: null }, { agreed: true }] },
      include: { invoices: true },
      orderBy: [{ promisedOn: 'asc' }, { madeOn: 'asc' }],
    }),
    db.prisma.dispute.findMany({ where: { workspaceId, endedOn: null } }),
    db.prisma.hold.findMany({
      where: { workspaceId, kind: 'hold', endedOn: null, untilOn: { gte: today } },
    }),
  ]);
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]));
  return debtors.map(({ id, account, name }) => {
    const own = <T extends { debtorId: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.debtorId === id);
    const lastMail = own(mails)[0]?._max.at;
    return {
      account,
      name,
      open: own(invoices)
        .filter((invoice) => !disputes.some(({ invoiceId }) => invoiceId === invoice.id))
        .map(({ number, dueOn, currency, outstanding }) => ({
          number,
          dueOn: dayOfDate(dueOn),
          currency,
          outstanding,
        })),
      remindedOn: lastMail ? dayIn(SAMPLE_ZONE, lastMail) : undefined,
      promises: own(promises).map(({ promisedOn, madeOn, currency, amount, invoices: for_ }) => ({
        promisedOn: dayOfDate(promisedOn),
        madeOn: dayOfDate(madeOn),
        currency,
        amount,
        numbers: for_.flatMap(({ invoiceId }) => numbers.get(invoiceId) ?? []),
      })),
      onHold: own(holds).length > 0,
    };
  });
}
