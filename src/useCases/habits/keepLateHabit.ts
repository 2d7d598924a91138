import { addDays, type Day, dateOfDay } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { lateHabit, lateHabitWords } from '../../core/lateHabit.ts';
import { newId } from '../../core/newId.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import type { LastHabit } from '../../db/reviewFacts.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Review } from '../cases/reviewDebtor.ts';

/** A mark that stands. */
export interface StandingHabit {
  readonly id: string;
  /** as a sentence */
  readonly why: string;
}

/** A habit that comes back within so many calendar days of its beginning is the same: nobody is asked about it twice. */
const SAME_FOR_DAYS = 365;

/**
 * Marks the debtor as a habitual late payer while its payments of the last year say so, and takes the mark away when they do not. Returns the habit
 * that stands. The caller holds the debtor's lock.
 */
export async function keepLateHabit(
  tx: Tx,
  keeping: Review & { readonly facts: DebtorFacts; readonly lastHabit: LastHabit | undefined },
): Promise<StandingHabit | undefined> {
  const { workspace, facts, lastHabit: last, now } = keeping;
  const today = todayOf(workspace, now);
  const found = lateHabit(facts.paid ?? [], today);
  const stands = last?.ended === false ? last : undefined;
  if (!found) {
    if (stands) await change(tx, keeping, stands.id, { endedOn: dateOfDay(today) }, 'habit_ended');
    return undefined;
  }
  const why = lateHabitWords(found);
  if (stands) {
    if (stands.why === why) return stands;
    return tx.prisma.lateHabit.update({ where: { id: stands.id }, data: { why } });
  }
  if (last && addDays(last.sinceOn, SAME_FOR_DAYS) > today)
    return change(tx, keeping, last.id, { endedOn: null, why }, 'habit_found');
  return begin(tx, keeping, { why, today });
}

async function begin(
  tx: Tx,
  { workspace, debtorId, now }: Review,
  { why, today }: { why: string; today: Day },
): Promise<StandingHabit> {
  const id = newId();
  const workspaceId = workspace.id;
  const data = { id, workspaceId, debtorId, sinceOn: dateOfDay(today), why, recordedAt: now };
  const habit = await tx.prisma.lateHabit.create({ data });
  await audit(tx, { workspace, debtorId, now }, habit, 'habit_found');
  return habit;
}

async function change(
  tx: Tx,
  keeping: Review,
  id: string,
  data: { endedOn: Date | null; why?: string },
  action: string,
): Promise<StandingHabit> {
  const habit = await tx.prisma.lateHabit.update({ where: { id }, data });
  await audit(tx, keeping, habit, action);
  return habit;
}

async function audit(tx: Tx, { workspace, debtorId, now }: Review, { why }: StandingHabit, action: string) {
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: 'duly',
    action,
    subjectKind: 'debtor',
    subjectId: debtorId,
    why,
  });
}
