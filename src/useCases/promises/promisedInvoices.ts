import { DulyError } from '../../core/DulyError.ts';
import { type Day, dateOfDay } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { PromiseWords } from '../calls/CallLog.ts';

/**
 * The open invoices that a promise is for, the oldest first: those named, else what is overdue in its currency, else what is open
 * at all; without those that are disputed as a whole. Throws DulyError `nothing_to_promise`.
 */
export async function promisedInvoices(
  tx: Queries,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    words: Pick<PromiseWords, 'currency' | 'invoiceIds'>;
    today: Day;
  },
) {
  const { workspace, debtorId, words, today } = options;
  const { currency, invoiceIds } = words;
  const own = { workspaceId: workspace.id, debtorId };
  const disputes = await tx.prisma.dispute.findMany({ where: { ...own, whole: true, endedOn: null } });
  const disputed = disputes.map(({ invoiceId }) => invoiceId);
  const open = await tx.prisma.invoice.findMany({
    where: {
      ...own,
      currency,
      outstanding: { gt: 0 },
      id: invoiceIds.length > 0 ? { in: [...invoiceIds] } : { notIn: disputed },
    },
    select: { id: true, number: true, dueOn: true, currency: true, outstanding: true },
    orderBy: [{ dueOn: 'asc' }, { number: 'asc' }],
  });
  const overdue = open.filter(({ dueOn }) => dueOn < dateOfDay(today));
  const meant = invoiceIds.length > 0 || overdue.length === 0 ? open : overdue;
  if (meant.length > 0) return meant;
  throw new DulyError(
    'nothing_to_promise',
    `no open ${currency} invoices`,
    `Nothing is open in ${currency} that this promise could pay. It may have been paid meanwhile; nothing is saved yet.`,
  );
}
