import { type Day, dayOfDate, isoDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { lateDisputes } from '../../core/lateDisputes.ts';
import type { Policy } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Dispute } from '../../generated/prisma/client.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { reopenPrompt } from '../prompts/reopenPrompt.ts';
import { disputeSentence } from './disputeSentence.ts';

const SETTLED = 'The dispute is settled.';

type Asking = Review & { readonly facts: DebtorFacts; readonly policy: Policy };

/**
 * Asks a manager, at once, how to go on where a dispute was first raised after the final notice, and whoever settles a dispute once its
 * target day has passed; ends the questions that are answered. Returns the first day on which one is still to be asked.
 */
export async function askAboutDisputes(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, debtorId, facts, policy, now } = asking;
  const today = todayOf(workspace, now);
  const running = facts.disputes.filter(({ endedOn }) => endedOn === undefined);
  const late = new Set(lateDisputes(facts, policy, today).map(({ id }) => id));
  await endAnswered(tx, asking, { late, running: new Set(running.map(({ id }) => id)) });
  if (running.length === 0 || !workspace.startedAt) return undefined;
  const disputes = await tx.prisma.dispute.findMany({
    where: { workspaceId: workspace.id, debtorId, id: { in: running.map(({ id }) => id) } },
    orderBy: [{ raisedOn: 'asc' }, { id: 'asc' }],
  });
  const turns: Day[] = [];
  for (const dispute of disputes) {
    const overdueFrom = dispute.targetOn ? dayOfDate(dispute.targetOn) : undefined;
    const isDue = overdueFrom !== undefined && overdueFrom < today;
    if (late.has(dispute.id) || (isDue && isPromptTime(workspace, now)))
      await ask(tx, asking, dispute, late.has(dispute.id) ? 'decide_dispute' : 'dispute_due');
    else if (overdueFrom !== undefined) turns.push((isDue ? today : overdueFrom + 1) as Day);
  }
  return turns.length > 0 ? (Math.min(...turns) as Day) : undefined;
}

async function ask(
  tx: Tx,
  { workspace, debtorId, facts, now }: Asking,
  dispute: Dispute,
  kind: 'decide_dispute' | 'dispute_due',
): Promise<void> {
  const target = dispute.targetOn ? isoDay(dayOfDate(dispute.targetOn)) : '';
  const key = kind === 'dispute_due' ? `${kind}:${dispute.id}:${target}` : `${kind}:${dispute.id}`;
  const before = await tx.prisma.prompt.findFirst({ where: { workspaceId: workspace.id, key } });
  if (before) {
    if (before.outcome === SETTLED) await reopenPrompt(tx, { workspace, promptId: before.id, now });
    return;
  }
  const resolver =
    kind === 'dispute_due' && dispute.resolverId
      ? await tx.prisma.member.findFirst({
          where: { id: dispute.resolverId, workspaceId: workspace.id, leftAt: null },
        })
      : undefined;
  const asks = kind === 'decide_dispute' ? 'manager' : 'owner';
  const about = { workspace, debtor: facts.debtor, asks, beyondCapacity: true, now } as const;
  const memberId = resolver?.id ?? (await whoIsAsked(tx, about));
  const invoice = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: dispute.invoiceId } });
  if (!memberId) return;
  const sentence = disputeSentence(dispute, invoice, workspace.locale);
  const why =
    kind === 'decide_dispute'
      ? 'It was raised after the final notice: nothing is sent to them until you have decided'
      : 'Its target day has passed: settle it, or agree on what is missing';
  await openPrompt(tx, {
    workspace,
    debtorId,
    key,
    kind,
    memberId,
    reasons: [sentence, ...(dispute.note ? [`“${dispute.note.replace(/\.$/, '')}”`] : []), why].map(
      (words) => ({
        rule: kind,
        outcome: 'note',
        sentence: words,
      }),
    ),
    details: { disputeId: dispute.id },
    now,
  });
}

async function endAnswered(
  tx: Tx,
  { workspace, facts, now }: Asking,
  open: { late: ReadonlySet<string>; running: ReadonlySet<string> },
): Promise<void> {
  for (const { id: promptId, kind } of facts.prompts) {
    if (kind !== 'decide_dispute' && kind !== 'dispute_due') continue;
    const { details } = await tx.prisma.prompt.findUniqueOrThrow({ where: { id: promptId } });
    const { disputeId = '' } = details as { disputeId?: string };
    const stands = kind === 'decide_dispute' ? open.late : open.running;
    if (stands.has(disputeId)) continue;
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome: SETTLED, now });
  }
}
