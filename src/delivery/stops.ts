import type { Db, Tx } from '../db/client.ts';
import type { Lane } from './Lane.ts';

/** The lane of a stop that holds for a whole workspace. */
export const WHOLE_WORKSPACE = '*';

/** After this long (Clock time) a stopped place is tried once more: it may have been mended without anybody telling us. */
const TRY_AGAIN_MS = 12 * 3_600_000;

/** Refusals are no reason to stop looking: the channel may be private by now. */
const REFUSALS = ['shared_outside', 'has_guests', 'is_guest'];

/** Why nothing is delivered to a place at present; undefined when it is open. */
export async function stopOf(db: Db, { workspaceId, lane }: Lane, now: Date): Promise<string | undefined> {
  const stop = await db.prisma.slackStop.findFirst({
    where: {
      workspaceId,
      lane: { in: [lane, WHOLE_WORKSPACE] },
      error: { notIn: REFUSALS },
      since: { gt: new Date(now.getTime() - TRY_AGAIN_MS) },
    },
  });
  return stop?.error;
}

/** Opens a stopped place again, or the whole workspace with all its places when no lane is given. */
export async function liftStop(tx: Tx, workspaceId: string, lane?: string): Promise<void> {
  await tx.prisma.slackStop.deleteMany({
    where: { workspaceId, ...(lane === undefined ? {} : { lane: { in: [lane, WHOLE_WORKSPACE] } }) },
  });
}

/** Stops delivery to a place; false when it was stopped already. */
export async function writeStop(
  tx: Tx,
  { workspaceId, lane }: Lane,
  error: string,
  since: Date,
): Promise<boolean> {
  const { count } = await tx.prisma.slackStop.createMany({
    data: [{ workspaceId, lane, error, since }],
    skipDuplicates: true,
  });
  if (count === 0)
    await tx.prisma.slackStop.updateMany({ where: { workspaceId, lane }, data: { error, since } });
  return count === 1;
}
