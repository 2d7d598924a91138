import { addDays, type Day } from '../../core/day.ts';
import { debtorStops } from '../../core/debtorStops.ts';
import type { DecisionInput } from '../../core/decision.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { messageAskedToday } from '../../core/messageAskedToday.ts';
import type { Tx } from '../../db/client.ts';
import type { LastHabit } from '../../db/reviewFacts.ts';
import { isPromptTime } from '../cases/nextReview.ts';
import type { Review } from '../cases/reviewDebtor.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPrompt } from '../prompts/openPrompt.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { keepLateHabit, type StandingHabit } from './keepLateHabit.ts';

type Asking = Review & {
  readonly input: DecisionInput;
  readonly lastHabit: LastHabit | undefined;
  /** somebody is asked by this very review to write to the customer */
  readonly isWrittenTo: boolean;
};

/** What follows from a habit, and whom it asks: the owner to send the reminder, a manager to decide. */
const QUESTIONS = [
  { kind: 'terms_reminder', asks: 'owner' },
  { kind: 'credit_line', asks: 'manager' },
] as const;

/**
 * Keeps the mark of a habitual late payer, and once for each habit asks the owner to remind the customer of the terms and a manager to
 * review the credit line; the questions end with the habit, and with a stop, after which they are asked again. The reminder is asked for on a day on which it may go: what cannot be sent
 * would be late without anybody's fault. Returns the first day on which one of them is still to be asked; today where it is not the
 * hour for it, or nobody has room.
 */
export async function askAboutLateHabit(tx: Tx, asking: Asking): Promise<Day | undefined> {
  const { workspace, debtorId, input, now } = asking;
  const { facts, policy, today } = input;
  const habit = await keepLateHabit(tx, { ...asking, facts });
  const stopped = debtorStops(facts, policy, today).length > 0;
  if (!habit || stopped) await endQuestions(tx, asking, habit !== undefined);
  if (!habit || stopped) return undefined;
  const before = await tx.prisma.prompt.findMany({
    where: {
      ...{ workspaceId: workspace.id, debtorId, kind: { in: QUESTIONS.map(({ kind }) => kind) } },
      details: { path: ['habitId'], equals: habit.id },
    },
    select: { kind: true, details: true },
  });
  const turns: Day[] = [];
  for (const question of QUESTIONS) {
    const asked = before.filter(({ kind }) => kind === question.kind);
    if (asked.some(({ details }) => !(details as HabitDetails).endedByStop)) continue;
    const turn = question.kind === 'terms_reminder' ? mayRemindOn(asking) : today;
    const key = [question.kind, habit.id, ...(asked.length > 0 ? [asked.length] : [])].join(':');
    if (
      turn > today ||
      !isPromptTime(workspace, now) ||
      !(await ask(tx, asking, habit, { ...question, key }))
    )
      turns.push(turn);
  }
  return turns.length > 0 ? (Math.min(...turns) as Day) : undefined;
}

/** The day on which the reminder may go as things stand; of what holds it back today the hours alone pass by themselves. */
function mayRemindOn({ workspace, input, isWrittenTo, now }: Asking): Day {
  const { facts, today } = input;
  const tomorrow = addDays(today, 1);
  if (isWrittenTo || messageAskedToday(facts.prompts, { today, zone: workspace.zone })) return tomorrow;
  const may = mayWrite({ input, kind: 'terms_reminder', now });
  if (may.verdict !== 'wait' || may.rule === 'contact_rules') return today;
  return may.until !== undefined && may.until > today ? may.until : tomorrow;
}

async function ask(
  tx: Tx,
  { workspace, debtorId, input: { facts }, stale, now }: Asking,
  habit: StandingHabit,
  { kind, asks, key }: (typeof QUESTIONS)[number] & { readonly key: string },
): Promise<boolean> {
  const memberId = await whoIsAsked(tx, { workspace, debtor: facts.debtor, asks, now });
  if (!memberId) return false;
  await openPrompt(tx, {
    workspace,
    debtorId,
    key,
    kind,
    memberId,
    reasons: [{ rule: 'late_habit', outcome: 'note', sentence: habit.why }],
    details: { habitId: habit.id },
    stale,
    now,
  });
  return true;
}

interface HabitDetails {
  /** a stop ended the question, and nobody answered it */
  readonly endedByStop?: boolean;
}

async function endQuestions(tx: Tx, { workspace, input: { facts }, stale, now }: Asking, stopped: boolean) {
  const outcome = stopped
    ? 'The account is stopped: nothing to do.'
    : 'They do not pay late as a habit any more: nothing to do.';
  const details: HabitDetails = { endedByStop: true };
  for (const { id: promptId, kind } of facts.prompts) {
    if (!QUESTIONS.some((question) => question.kind === kind)) continue;
    const isEnded = await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, stale, now });
    if (isEnded && stopped)
      await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details: { ...details } });
  }
}
