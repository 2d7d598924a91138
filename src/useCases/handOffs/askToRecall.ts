import { addDays, type Day } from '../../core/day.ts';
import type { DebtorFacts, InvoiceFact } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import { whenShown } from '../prompts/whenShown.ts';

type Asking = Review & { readonly facts: DebtorFacts };

const OPEN_AGAIN = 'What was handed off is open again: the account stays where it is.';

/**
 * Once what was handed to an agency or to court is settled, asks a manager to recall the account, and again for each invoice that becomes
 * overdue meanwhile, since nobody asks for it; takes the question back where money was taken back. Returns the day on which the next
 * invoice can become overdue. The caller holds the debtor's lock.
 */
export async function askToRecall(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, debtorId, facts, stale, now } = asking;
  if (!facts.handedOff) return undefined;
  const of = { workspaceId: workspace.id, debtorId };
  const { id, stepId } = await tx.prisma.handOff.findFirstOrThrow({ where: { ...of, recalledOn: null } });
  const handed = await tx.prisma.stageStepInvoice.findMany({ where: { stepId } });
  const ids = new Set(handed.map(({ invoiceId }) => invoiceId));
  const items = facts.invoices.filter(({ outstanding }) => outstanding > 0n);
  const isSettled = ids.size > 0 && !items.some((item) => ids.has(item.id));
  const open = facts.prompts.find(({ kind }) => kind === 'recall');
  if (open && !isSettled) {
    const end = { state: 'overtaken', outcome: OPEN_AGAIN } as const;
    await closePrompt(tx, { workspace, promptId: open.id, ...end, stale, now });
  }
  if (!isSettled) return undefined;
  const today = todayOf(workspace, now);
  if (!open) await ask(tx, asking, { handOffId: id, overdue: items.filter(({ dueOn }) => dueOn < today) });
  const later = items.filter(({ dueOn }) => dueOn >= today).map(({ dueOn }) => dueOn);
  return later.length > 0 ? addDays(Math.min(...later) as Day, 1) : undefined;
}

/** Once for each overdue invoice; where none is, once. What was taken back is asked again. */
async function ask(
  tx: Tx,
  { workspace, debtorId, facts, stale, now }: Asking,
  { handOffId, overdue }: { handOffId: string; overdue: readonly InvoiceFact[] },
): Promise<void> {
  const asked = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, debtorId, key: { startsWith: `recall:${handOffId}` } },
    orderBy: { openedAt: 'desc' },
  });
  const again = asked.find(({ state, outcome }) => state === 'overtaken' && outcome === OPEN_AGAIN);
  if (again) return reopenPrompt(tx, { workspace, promptId: again.id, now });
  const keyOf = ({ id }: InvoiceFact) => `recall:${handOffId}:${id}`;
  const first = overdue.find((item) => !asked.some(({ key }) => key === keyOf(item)));
  if (!first && asked.length > 0) return;
  const about = { workspace, debtor: facts.debtor, asks: 'manager', beyondCapacity: true, now } as const;
  const memberId = await whoIsAsked(tx, about);
  if (!memberId) return;
  const toName = facts.handedOff?.toName ?? '';
  const money = first && formatMoney(first.outstanding, first.currency, workspace.locale);
  const shown = whenShown(workspace, now);
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: first ? keyOf(first) : `recall:${handOffId}`,
    kind: 'recall',
    memberId,
    reasons: [
      `What was handed to ${toName} is settled`,
      first
        ? `Invoice ${first.number}, ${money}, is overdue, and nobody asks for it while the account is with them`
        : 'Nobody asks for invoices that become due while the account is with them',
    ].map((sentence) => ({ rule: 'handed_off', outcome: 'note', sentence })),
    notBefore: shown > now ? shown : undefined,
    stale,
    now,
  });
}
