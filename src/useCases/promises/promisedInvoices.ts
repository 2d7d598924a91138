import { askedOfPromised } from '../../core/askedOfPromised.ts';
import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { PromiseWords } from '../calls/CallLog.ts';

/**
 * The open invoices that a promise is for, the oldest first: those named, else what is overdue in its currency, else what is open
 * at all; without those that are disputed as a whole. `asked`: what of each is asked for. Throws DulyError `nothing_to_promise`.
 */
export async function promisedInvoices(
  tx: Queries,
  options: {
    workspace: WorkspaceContext;
    debtorId: string;
    words: Pick<PromiseWords, 'currency' | 'invoiceIds'>;
    now: Date;
  },
) {
  const { workspace, debtorId, words, now } = options;
  const today = todayOf(workspace, now);
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
  if (meant.length > 0) {
    const ids = meant.map(({ id }) => id);
    const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
    const asked = facts && askedOfPromised(facts, ids, today);
    return meant.map((invoice) => ({ ...invoice, asked: asked?.get(invoice.id) }));
  }
  throw new DulyError(
    'nothing_to_promise',
    `no open ${currency} invoices`,
    `Nothing is open in ${currency} that this promise could pay. It may have been paid meanwhile; nothing is saved yet.`,
  );
}
