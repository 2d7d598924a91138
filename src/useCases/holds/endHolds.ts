import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay, dayOfDate } from '../../core/day.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { closeAgreementPrompt } from '../agreements/closeAgreementPrompt.ts';
import type { Recording } from '../agreements/logAgreement.ts';

/**
 * Ends holds before their last day: today counts again; one that had not begun never does. Returns sentences for the member and
 * which ended. Throws DulyError `no_hold` when none of them runs any more. The caller holds the debtor's lock.
 */
export async function endHolds(
  tx: Tx,
  { workspace, member, debtorId, now }: Recording,
  holdIds: readonly string[],
): Promise<{ said: string[]; trace: { endedHolds: string[] } }> {
  const today = todayOf(workspace, now);
  const running = await tx.prisma.hold.findMany({
    where: {
      workspaceId: workspace.id,
      debtorId,
      id: { in: [...holdIds] },
      endedOn: null,
      untilOn: { gte: dateOfDay(today) },
    },
    orderBy: { id: 'asc' },
  });
  if (running.length === 0) {
    throw new DulyError('no_hold', 'no hold to end', 'Nothing of it is on hold any more: its clock runs.');
  }
  for (const { id, fromOn } of running) {
    const endedOn = dayOfDate(fromOn) > today ? fromOn : dateOfDay(today);
    await tx.prisma.hold.update({ where: { id }, data: { endedOn } });
    await closeAgreementPrompt(tx, {
      workspace,
      subject: { holdId: id },
      outcome: 'The hold was ended.',
      now,
    });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'hold_ended',
      subjectKind: 'hold',
      subjectId: id,
      before: { endedOn: null },
    });
  }
  return {
    said: [
      running.length === 1
        ? 'The hold has ended: the clock runs again from today.'
        : `${running.length} holds have ended: the clocks run again from today.`,
    ],
    trace: { endedHolds: running.map(({ id }) => id) },
  };
}
