import { type Day, isoDay } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import { type PartPayment, partPayments } from '../../core/partPayments.ts';
import type { Policy } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { isPromptTime } from './nextReview.ts';
import type { Review } from './reviewDebtor.ts';
import { whoIsAsked } from './whoIsAsked.ts';

type Asking = Review & { readonly facts: DebtorFacts; readonly policy: Policy };

/**
 * Asks the owner why the rest of an invoice is open, once for each day on which a part of it was paid, and ends the question
 * when the facts have answered it or left nothing to ask. Returns the first day on which one is still to be asked: it is not
 * the hour for it, or nobody has room.
 */
export async function askAboutPartPayments(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, facts, policy, now } = asking;
  const { settings, calendar, startedAt } = workspace;
  const today = todayOf(workspace, now);
  const paid = partPayments(facts, { policy, settings, calendar, startedAt, today });
  await endAnswered(tx, asking, paid);
  const left: Day[] = [];
  for (const { askOn, ...payment } of await notAskedYet(tx, workspace.id, paid)) {
    if (askOn === undefined) continue;
    const asked = askOn <= today && isPromptTime(workspace, now) && (await ask(tx, asking, payment));
    if (!asked) left.push(askOn);
  }
  return left.length > 0 ? (Math.min(...left) as Day) : undefined;
}

function keyOf({ invoice, payment }: PartPayment): string {
  return `part_payment:${invoice.id}:${isoDay(payment.on)}`;
}

async function notAskedYet(
  tx: Tx,
  workspaceId: string,
  paid: readonly PartPayment[],
): Promise<PartPayment[]> {
  const due = paid.filter(({ askOn }) => askOn !== undefined);
  if (due.length === 0) return [];
  const before = await tx.prisma.prompt.findMany({
    where: { workspaceId, key: { in: due.map(keyOf) } },
    select: { key: true },
  });
  return due.filter((payment) => !before.some(({ key }) => key === keyOf(payment)));
}

async function ask(
  tx: Tx,
  { workspace, debtorId, facts, now }: Asking,
  asked: PartPayment,
): Promise<boolean> {
  const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks: 'owner', now });
  if (!memberId) return false;
  const { invoice, payment } = asked;
  const money = (amount: bigint) => formatMoney(amount, invoice.currency, workspace.locale);
  const came = `${money(payment.amount)} came for invoice ${invoice.number} on ${shortDay(payment.on, workspace.locale)}`;
  const sentence = `${came}; ${money(invoice.outstanding)} of ${money(invoice.amount)} is still open`;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: keyOf(asked),
    kind: 'part_payment',
    memberId,
    reasons: [{ rule: 'part_payment', outcome: 'note', sentence }],
    details: { invoiceId: invoice.id },
    now,
  });
  return true;
}

async function endAnswered(tx: Tx, { workspace, facts, now }: Asking, paid: readonly PartPayment[]) {
  const ids = facts.prompts.filter(({ kind }) => kind === 'part_payment').map(({ id }) => id);
  if (ids.length === 0) return;
  const open = await tx.prisma.prompt.findMany({ where: { workspaceId: workspace.id, id: { in: ids } } });
  for (const { id: promptId, key, details } of open) {
    const standing = paid.find((payment) => keyOf(payment) === key);
    if (standing && standing.explained === undefined) continue;
    const { invoiceId } = details as { invoiceId?: string };
    const invoice = facts.invoices.find(({ id }) => id === invoiceId);
    const stands = invoice ? `Invoice ${invoice.number} stands otherwise by now` : 'The rest is settled';
    const outcome = standing?.explained ? `${standing.explained}.` : `${stands}: nothing to do.`;
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
  }
}
