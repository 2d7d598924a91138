import { type Day, dateOfDay } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import type { Db } from '../../../src/db/client.ts';

export const EARLY = new Date('2020-01-01T00:00:00Z');

export interface Books {
  readonly db: Db;
  readonly workspaceId: string;
  readonly creditorId: string;
}

/** A workspace with a creditor and nothing else. */
export async function openBooks(db: Db, workspaceId = newId(), extra: object = {}): Promise<Books> {
  const creditorId = newId();
  await db.prisma.workspace.create({
    data: {
      id: workspaceId,
      name: workspaceId,
      zone: 'Europe/London',
      country: 'GB',
      currency: 'GBP',
      ...extra,
    },
  });
  await db.prisma.creditor.create({ data: { id: creditorId, workspaceId, name: 'Northwind Ltd' } });
  return { db, workspaceId, creditorId };
}

export async function addDebtor({ db, ...books }: Books, name: string, extra: object = {}): Promise<string> {
  const id = newId();
  await db.prisma.debtor.create({
    data: { id, ...books, account: `A-${id.slice(-6)}`, name, kind: 'business', ...extra },
  });
  return id;
}

interface Bill {
  readonly debtorId: string;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly amount: bigint;
  readonly kind?: string;
  readonly currency?: string;
}

export async function bill(
  { db, ...books }: Books,
  { issuedOn, dueOn, currency = 'GBP', kind, ...rest }: Bill,
) {
  const id = newId();
  await db.prisma.invoice.create({
    data: {
      id,
      ...books,
      ...rest,
      kind: kind ?? (rest.amount < 0n ? 'credit_note' : 'invoice'),
      currency,
      number: id,
      issuedOn: dateOfDay(issuedOn),
      dueOn: dateOfDay(dueOn),
      outstanding: rest.amount,
      recordedAt: EARLY,
    },
  });
  return id;
}

interface Money {
  readonly debtorId: string;
  readonly on: Day;
  readonly amount: bigint;
  readonly origin?: string;
  readonly reversesId?: string;
  /** when it was booked; long ago unless told */
  readonly recordedAt?: Date;
  readonly currency?: string;
}

/** Books money; `against` says which invoices it pays (or is taken back from), the rest stays unapplied. */
export async function receive(
  { db, workspaceId, creditorId }: Books,
  { on, origin = 'bank', currency = 'GBP', recordedAt = EARLY, ...rest }: Money,
  against: readonly { invoiceId: string; amount: bigint }[] = [],
) {
  const id = newId();
  await db.prisma.payment.create({
    data: {
      id,
      workspaceId,
      creditorId,
      ...rest,
      origin,
      currency,
      key: id,
      unapplied: 0n,
      valueOn: dateOfDay(on),
      recordedAt,
    },
  });
  for (const part of against) {
    await db.prisma.allocation.create({
      data: {
        id: newId(),
        workspaceId,
        paymentId: id,
        ...part,
        effectiveOn: dateOfDay(on),
        recordedAt,
      },
    });
  }
  return id;
}

export async function credit(
  { db, workspaceId }: Books,
  part: { creditNoteId: string; invoiceId: string; amount: bigint; on: Day },
) {
  const { on, ...rest } = part;
  await db.prisma.allocation.create({
    data: { id: newId(), workspaceId, ...rest, effectiveOn: dateOfDay(on), recordedAt: EARLY },
  });
}

export async function revise(
  { db, workspaceId }: Books,
  change: { invoiceId: string; on: Day; dueOn?: Day; amount?: bigint },
) {
  const held = await db.prisma.invoice.findUniqueOrThrow({ where: { id: change.invoiceId } });
  const dueOn = change.dueOn === undefined ? held.dueOn : dateOfDay(change.dueOn);
  const amount = change.amount ?? held.amount;
  const { count } = { count: await db.prisma.invoiceRevision.count({ where: { workspaceId } }) };
  await db.prisma.invoiceRevision.create({
    data: {
      id: newId(),
      workspaceId,
      invoiceId: held.id,
      effectiveOn: dateOfDay(change.on),
      oldDueOn: held.dueOn,
      newDueOn: dueOn,
      oldAmount: held.amount,
      newAmount: amount,
      recordedAt: new Date(EARLY.getTime() + count),
    },
  });
  await db.prisma.invoice.update({ where: { id: held.id }, data: { dueOn, amount } });
}

export async function contest(
  { db, workspaceId }: Books,
  about: { debtorId: string; invoiceId: string; amount: bigint; whole: boolean; on: Day },
) {
  const { on, ...rest } = about;
  const id = newId();
  await db.prisma.dispute.create({
    data: { id, workspaceId, ...rest, reason: 'price', raisedOn: dateOfDay(on), recordedAt: EARLY },
  });
  return id;
}
