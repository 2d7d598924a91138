import { addDays, dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import type { Db } from '../../src/db/client.ts';

export interface DebtorPlan {
  readonly name: string;
  readonly account?: string;
  /** the creditor's name; default: Northwind Ltd */
  readonly creditor?: string;
  readonly kind?: 'business' | 'sole_trader' | 'individual';
  /** a member's id */
  readonly ownerId?: string;
  readonly deputyId?: string;
  readonly country?: string;
  readonly zone?: string;
  /** with due dates `YYYY-MM-DD` and amounts in minor units; issued 30 days before they are due */
  readonly invoices?: readonly {
    readonly number?: string;
    readonly due: string;
    readonly amount: number;
    readonly currency?: string;
  }[];
  readonly contacts?: readonly {
    readonly name: string;
    readonly role?: string;
    readonly phone?: string;
    readonly mobile?: string;
    readonly email?: string;
  }[];
}

export interface PlannedDebtor {
  readonly id: string;
  /** in the order of the plan */
  readonly invoiceIds: readonly string[];
  readonly contactIds: readonly string[];
}

let accounts = 1000;

/** Writes a debtor with its open invoices and contacts, as an import would leave them; it is reviewed when the plan is run. */
export async function aDebtor(db: Db, workspaceId: string, plan: DebtorPlan): Promise<PlannedDebtor> {
  const recorded = new Date('2026-01-01T00:00:00Z');
  accounts += 1;
  const creditor = await aCreditor(db, workspaceId, plan.creditor);
  const id = newId();
  await db.prisma.debtor.create({
    data: {
      id,
      workspaceId,
      creditorId: creditor.id,
      account: plan.account ?? String(accounts),
      name: plan.name,
      kind: plan.kind ?? 'business',
      country: plan.country ?? null,
      zone: plan.zone ?? null,
      ownerId: plan.ownerId ?? null,
      deputyId: plan.deputyId ?? null,
      nextReviewAt: recorded,
      createdAt: recorded,
    },
  });
  const invoiceIds: string[] = [];
  for (const [index, { number, due, amount, currency = 'GBP' }] of (plan.invoices ?? []).entries()) {
    const invoiceId = newId();
    invoiceIds.push(invoiceId);
    await db.prisma.invoice.create({
      data: {
        id: invoiceId,
        workspaceId,
        creditorId: creditor.id,
        debtorId: id,
        number: number ?? `INV-${accounts}-${index + 1}`,
        kind: amount < 0 ? 'credit_note' : 'invoice',
        issuedOn: dateOfDay(addDays(dayOf(due), -30)),
        dueOn: dateOfDay(dayOf(due)),
        currency,
        amount: BigInt(amount),
        outstanding: BigInt(amount),
        recordedAt: recorded,
      },
    });
  }
  const contactIds: string[] = [];
  for (const [position, contact] of (plan.contacts ?? []).entries()) {
    const contactId = newId();
    contactIds.push(contactId);
    await db.prisma.contact.create({
      data: { id: contactId, workspaceId, debtorId: id, position, createdAt: recorded, ...contact },
    });
  }
  return { id, invoiceIds, contactIds };
}

async function aCreditor(db: Db, workspaceId: string, name = 'Northwind Ltd') {
  return db.prisma.creditor.upsert({
    where: { workspaceId_name: { workspaceId, name } },
    update: {},
    create: { id: newId(), workspaceId, name, createdAt: new Date('2026-01-01T00:00:00Z') },
  });
}

/** Says that payments to a creditor are known up to that day, as its last bank import would; answers the import's id. */
export async function paymentsKnownUntil(
  db: Db,
  workspaceId: string,
  day: string,
  creditorName?: string,
): Promise<string> {
  const creditor = await aCreditor(db, workspaceId, creditorName);
  const { id } = await db.prisma.ledgerImport.create({
    data: {
      id: newId(),
      workspaceId,
      creditorId: creditor.id,
      fileName: 'bank.csv',
      sha256: newId(),
      format: 'bank',
      kind: 'payments',
      asOf: dateOfDay(dayOf(day)),
      status: 'applied',
      startedAt: dateOfDay(dayOf(day)),
      appliedAt: dateOfDay(dayOf(day)),
    },
  });
  return id;
}
