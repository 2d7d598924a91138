import type { Day } from '../../core/day.ts';
import { debtorStops } from '../../core/debtorStops.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Policy } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { keepLateHabit, type StandingHabit } from './keepLateHabit.ts';

type Asking = Review & { readonly facts: DebtorFacts; readonly policy: Policy };

/** What follows from a habit, and whom it asks: the owner to send the reminder, a manager to decide. */
const QUESTIONS = [
  { kind: 'terms_reminder', asks: 'owner' },
  { kind: 'credit_line', asks: 'manager' },
] as const;

/**
 * Keeps the mark of a habitual late payer, and once for each habit asks the owner to remind the customer of the terms and a manager to
 * review the credit line; the questions end with the habit. Returns today while one of them is still to be asked: it is not the
 * hour for it, or nobody has room.
 */
export async function askAboutLateHabit(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, facts, policy, now } = asking;
  const habit = await keepLateHabit(tx, asking);
  const today = todayOf(workspace, now);
  const stopped = debtorStops(facts, policy, today).length > 0;
  if (!habit || stopped) await endQuestions(tx, asking, habit !== undefined);
  if (!habit || stopped) return undefined;
  const asked = await tx.prisma.prompt.findMany({
    where: { workspaceId: workspace.id, key: { in: QUESTIONS.map(({ kind }) => keyOf(kind, habit)) } },
    select: { kind: true },
  });
  let left = false;
  for (const question of QUESTIONS) {
    if (asked.some(({ kind }) => kind === question.kind)) continue;
    if (!isPromptTime(workspace, now) || !(await ask(tx, asking, habit, question))) left = true;
  }
  return left ? today : undefined;
}

function keyOf(kind: string, { id }: StandingHabit): string {
  return `${kind}:${id}`;
}

async function ask(
  tx: Tx,
  { workspace, debtorId, facts, stale, now }: Asking,
  habit: StandingHabit,
  { kind, asks }: (typeof QUESTIONS)[number],
): Promise<boolean> {
  const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks, now });
  if (!memberId) return false;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key: keyOf(kind, habit),
    kind,
    memberId,
    reasons: [{ rule: 'late_habit', outcome: 'note', sentence: habit.why }],
    details: { habitId: habit.id },
    stale,
    now,
  });
  return true;
}

async function endQuestions(tx: Tx, { workspace, facts, stale, now }: Asking, stopped: boolean) {
  const outcome = stopped
    ? 'The account is stopped: nothing to do.'
    : 'They do not pay late as a habit any more: nothing to do.';
  for (const { id: promptId, kind } of facts.prompts) {
    if (!QUESTIONS.some((question) => question.kind === kind)) continue;
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, stale, now });
  }
}
