import { addBusinessDays, nextOpenDay } from '../../core/calendar.ts';
import { addDays, type Day } from '../../core/day.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { isWithin } from '../../core/promptHours.ts';
import { instantAt } from '../../core/zone.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Taken } from './takeStep.ts';

/** Whether prompts may be opened at this instant: a started workspace, an open day, between its prompt time and the evening. */
export function isPromptTime(workspace: WorkspaceContext, now: Date): boolean {
  const { startedAt, calendar, settings, zone } = workspace;
  return startedAt !== undefined && isWithin({ calendar, from: settings.promptsAt, zone }, now);
}

/**
 * When the policy has to look again unless a fact changes first: at prompt time of the day on which the answer can change,
 * of the next business day when a step, a task or a question is waiting for its hour or for somebody with room, or on the day a promise is
 * judged.
 */
export function nextReview(options: {
  workspace: WorkspaceContext;
  now: Date;
  decision: Decision;
  facts: DebtorFacts;
  taken: Taken | undefined;
  /** no task beside the ladder is left to open */
  opened: boolean;
  /** the day on which a question about a part payment, a dispute or a lost customer is still to be asked */
  asksOn: Day | undefined;
}): Date | null {
  const { workspace, now, decision, facts, taken, opened, asksOn } = options;
  const today = todayOf(workspace, now);
  const days: Day[] = facts.promises
    .filter((promise) => promise.state === 'open')
    .map((promise) => (promise.judgeOn > today ? promise.judgeOn : addDays(today, 1)));
  if (taken) days.push(addDays(today, 1));
  // an import tells only the debtors that it touches
  if (decision.waitsForFinance?.includes('freshness')) return nextPromptTime(workspace, now);
  if ((decision.take && !taken) || !opened) return nextPromptTime(workspace, now);
  if (asksOn !== undefined && asksOn <= today) return nextPromptTime(workspace, now);
  if (asksOn !== undefined) days.push(asksOn);
  if (decision.nextReviewOn !== undefined) {
    days.push(decision.nextReviewOn > today ? decision.nextReviewOn : addDays(today, 1));
  }
  if (days.length === 0) return null;
  return promptTime(workspace, Math.min(...days) as Day);
}

/** When people are asked next: later today, or on the next open day. */
export function nextPromptTime(workspace: WorkspaceContext, now: Date): Date {
  const today = todayOf(workspace, now);
  const open = promptTime(workspace, nextOpenDay(workspace.calendar, today));
  return open > now ? open : promptTime(workspace, addBusinessDays(workspace.calendar, today, 1));
}

function promptTime(workspace: WorkspaceContext, day: Day): Date {
  return instantAt(day, workspace.settings.promptsAt, workspace.zone);
}
