import type { Tx } from '../../db/client.ts';
import { noteMonthEnd } from '../../db/monthEnds.ts';
import type { Notice } from '../../generated/prisma/client.ts';

const HOUR_MS = 3_600_000;

/**
 * What became of a month-end statement, in the transaction that records it, also that its mail came back, or did not after all: one that was held back at the moment of sending is written anew
 * an hour later, if there is still something to say by then. Does nothing for any other notice.
 */
export async function noteStatement(tx: Tx, { notice, now }: { notice: Notice; now: Date }): Promise<void> {
  const { id: noticeId, workspaceId } = notice;
  await noteMonthEnd(tx, { workspaceId, noticeId, again: new Date(now.getTime() + HOUR_MS) });
}
