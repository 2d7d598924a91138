import { breathingSpaceOverOn } from '../../core/breathingSpace.ts';
import { activeConditions } from '../../core/conditions.ts';
import { type Day, dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { closeConditionPrompts, conditionOverKey } from './closeConditionPrompts.ts';

/**
 * Asks a manager, once, whether a breathing space is over on the day on which it should be; the account stays stopped until they end it.
 * Returns the day on which it is still to be asked.
 */
export async function askWhetherOver(
  tx: Tx,
  asking: Review & { readonly facts: DebtorFacts },
): Promise<Day | undefined> {
  const { workspace, debtorId, facts, stale, now } = asking;
  const today = todayOf(workspace, now);
  if (!activeConditions(facts.conditions, today).some(({ kind }) => kind === 'breathing_space'))
    return undefined;
  const { id, sinceOn } = await tx.prisma.debtorCondition.findFirstOrThrow({
    where: { workspaceId: workspace.id, debtorId, kind: 'breathing_space', endedOn: null },
  });
  const since = dayOfDate(sinceOn);
  const overOn = breathingSpaceOverOn(since);
  const key = conditionOverKey(id);
  if (await tx.prisma.prompt.findFirst({ where: { workspaceId: workspace.id, key } })) return undefined;
  if (today < overOn) return overOn;
  if (!isPromptTime(workspace, now)) return today;
  const about = { workspace, debtor: facts.debtor, asks: 'manager', beyondCapacity: true, now } as const;
  const memberId = await whoIsAsked(tx, about);
  if (!memberId) return today;
  const outcome = 'Its time has run out: it is asked whether it is over.';
  await closeConditionPrompts(tx, { workspace, conditionId: id, state: 'overtaken', outcome, stale, now });
  await openPrompt(tx, {
    workspace,
    debtorId,
    key,
    kind: 'decide_condition',
    memberId,
    reasons: [
      `Breathing space began on ${shortDay(since, workspace.locale)}: its 60 days have run out`,
      'Nothing goes out until a manager ends it: see first that no notice has prolonged it, and that it is none of a mental health crisis',
    ].map((sentence) => ({ rule: 'breathing_space', outcome: 'note', sentence })),
    details: { conditionId: id },
    stale,
    now,
  });
  return undefined;
}
