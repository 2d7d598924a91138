import { DulyError } from '../../core/DulyError.ts';
import { dateOfDay } from '../../core/day.ts';
import type { Db } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { type AgreementLogging, logAgreement } from '../agreements/logAgreement.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { tellFinanceOfWriteOff } from './tellFinanceOfWriteOff.ts';

/**
 * A manager takes back, with the reason, what was agreed to be written off of an account and the ledger does not show yet: it is collected again,
 * and finance is told. Throws DulyError `not_allowed`, `debtor_not_found`, `no_write_off`.
 */
export async function takeBackWriteOffs(
  db: Db,
  logging: AgreementLogging & { readonly reason: string },
): Promise<LoggedCall> {
  const { workspace, member, debtorId, reason, now } = logging;
  const about = { ...logging, outcome: 'write_off_taken_back' as const, notes: reason };
  return logAgreement(db, about, async (tx) => {
    const where = { workspaceId: workspace.id, debtorId, state: 'agreed' };
    const agreed = await tx.prisma.writeOff.findMany({ where, orderBy: { recordedAt: 'asc' } });
    if (agreed.length === 0) {
      throw new DulyError(
        'no_write_off',
        `no write-off of ${debtorId} is agreed`,
        'Nothing of this account is agreed to be written off any more: nothing has to be taken back.',
      );
    }
    const endedOn = dateOfDay(todayOf(workspace, now));
    await tx.prisma.writeOff.updateMany({ where, data: { state: 'withdrawn', endedOn } });
    for (const activityId of new Set(agreed.flatMap((one) => one.activityId ?? [])))
      await tellFinanceOfWriteOff(tx, {
        workspace,
        debtorId,
        activityId,
        became: 'taken_back',
        by: member,
        now,
      });
    return {
      said: ['The write-off is taken back: it is collected again, and finance is told to leave it open.'],
    };
  });
}
