import { logCall } from '../../useCases/calls/logCall.ts';
import type { Doing } from './Doing.ts';

/** Rings every number on file, once, and finds that each belongs to somebody else; false: these calls were logged before. */
export async function ringInVain({ db, workspace, member, debtorId, now }: Doing): Promise<boolean> {
  const contacts = await db.prisma.contact.findMany({
    where: { workspaceId: workspace.id, debtorId, phone: { not: null } },
    orderBy: { position: 'asc' },
  });
  let rang = false;
  for (const { id: contactId, name, phone, mobile } of contacts) {
    for (const number of new Set([phone, mobile].filter((one) => one !== null))) {
      const key = `sample:colleague:wrong_number:${contactId}${number === phone ? '' : ':mobile'}`;
      if ((await db.prisma.activity.count({ where: { workspaceId: workspace.id, key } })) > 0) continue;
      const notes = `A bakery has had the number of ${name} for a year.`;
      const call = {
        debtorId,
        contactId,
        outcome: 'wrong_number' as const,
        notes,
        direction: 'out' as const,
      };
      await logCall(db, { ...{ workspace, member, key, now }, call: { ...call, at: now } });
      rang = true;
    }
  }
  return rang;
}
