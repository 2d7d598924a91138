import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { freeBankMoney } from '../../db/freeBankMoney.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Invoice } from '../../generated/prisma/client.ts';

export interface Settling {
  readonly workspace: WorkspaceContext;
  /** open, and not in the last file */
  readonly invoice: Invoice & { readonly missingSince: Date };
  readonly now: Date;
}

/** Minor units of one source that pay the invoice. */
type Part = {
  readonly paymentId?: string;
  readonly creditNoteId?: string;
  readonly amount: bigint;
  readonly confirmedImportId?: string;
};

/**
 * Settles the item by money, dated on the day of the file that did not list it: unapplied bank money of the debtor first, the rest as money
 * that the ledger knows of. The caller holds the debtor's lock.
 */
export async function settleAsPaid(tx: Tx, settling: Settling): Promise<void> {
  const { workspace, invoice, now } = settling;
  const { debtorId, currency } = invoice;
  // a credit note is paid back by money that leaves, and takes no bank money in
  const until = invoice.missingSince;
  const free = invoice.outstanding > 0n ? await freeBankMoney(tx, { ...ids(settling), currency, until }) : [];
  const file = await fileThatLeftItOut(tx, settling);
  // the file has shown as much: one that lists the item again takes the money back
  const confirmed = file ? { confirmedImportId: file } : {};
  const { parts, left } = upTo(
    invoice.outstanding,
    free.map((money) => ({ ...money, ...confirmed })),
  );
  if (left !== 0n) {
    const id = newId('pay');
    await tx.prisma.payment.create({
      data: {
        ...{ id, workspaceId: workspace.id, creditorId: invoice.creditorId, debtorId, currency },
        ...{ amount: left, unapplied: 0n, valueOn: invoice.missingSince, origin: 'ledger' },
        ...{ key: `missing:${invoice.id}:${id}`, recordedAt: now },
      },
    });
    parts.push({ paymentId: id, amount: left, ...confirmed });
  }
  await allocate(tx, settling, parts);
}

/**
 * Settles the item by credits: open credit notes of the debtor that the file did not list either, the oldest first, the rest by one that is
 * written for it. The caller holds the debtor's lock.
 */
export async function settleAsCredited(tx: Tx, settling: Settling): Promise<void> {
  const { invoice } = settling;
  const open = await tx.prisma.invoice.findMany({
    where: {
      ...ids(settling),
      creditorId: invoice.creditorId,
      currency: invoice.currency,
      outstanding: { lt: 0n },
      missingSince: { not: null },
    },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  const credits = open.map(({ id, outstanding }) => ({ creditNoteId: id, amount: -outstanding }));
  const { parts, left } = upTo(invoice.outstanding, credits);
  if (left > 0n) parts.push({ creditNoteId: await writeCreditNote(tx, settling, left), amount: left });
  await allocate(tx, settling, parts);
}

function ids({ workspace, invoice }: Settling) {
  return { workspaceId: workspace.id, debtorId: invoice.debtorId };
}

/** What of the sources, in their order, the amount takes. */
function upTo<P extends Part>(amount: bigint, sources: readonly P[]): { parts: Part[]; left: bigint } {
  const parts: Part[] = [];
  let left = amount;
  for (const source of sources) {
    if (left === 0n) break;
    const taken = source.amount < left ? source.amount : left;
    parts.push({ ...source, amount: taken });
    left -= taken;
  }
  return { parts, left };
}

async function writeCreditNote(
  tx: Tx,
  { workspace, invoice, now }: Settling,
  amount: bigint,
): Promise<string> {
  const id = newId('inv');
  const workspaceId = workspace.id;
  const { creditorId, debtorId, currency, missingSince } = invoice;
  const like = `Credit of ${invoice.number}`;
  const before = await tx.prisma.invoice.count({
    where: { workspaceId, creditorId, number: { startsWith: like } },
  });
  await tx.prisma.invoice.create({
    data: {
      ...{ id, workspaceId, creditorId, debtorId, currency, kind: 'credit_note' },
      ...{ number: before === 0 ? like : `${like} (${before + 1})`, amount: -amount, outstanding: -amount },
      ...{ issuedOn: missingSince, dueOn: missingSince, recordedAt: now },
    },
  });
  return id;
}

/** A bank line that comes later can take the place of the money, as it can of what a file showed. */
async function fileThatLeftItOut(tx: Tx, { workspace, invoice }: Settling): Promise<string | undefined> {
  const file = await tx.prisma.ledgerImport.findFirst({
    where: {
      ...{ workspaceId: workspace.id, creditorId: invoice.creditorId, kind: 'ledger', status: 'applied' },
      asOf: invoice.missingSince,
    },
    orderBy: [{ appliedAt: 'asc' }, { id: 'asc' }],
  });
  return file?.id;
}

async function allocate(
  tx: Tx,
  { workspace, invoice, now }: Settling,
  parts: readonly Part[],
): Promise<void> {
  await tx.prisma.allocation.createMany({
    data: parts.map((part) => ({
      ...{ id: newId(), workspaceId: workspace.id, invoiceId: invoice.id, ...part },
      ...{ effectiveOn: invoice.missingSince, recordedAt: now },
    })),
  });
}
