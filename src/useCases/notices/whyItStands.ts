import type { Tx } from '../../db/client.ts';
import type { Notice, StageStep } from '../../generated/prisma/client.ts';
import { goesByPost } from './goesByPost.ts';
import { hasFollowed } from './hasFollowed.ts';

/**
 * Why the step of a notice stays as it is though the mail came back, as a clause: the letter was posted too, or is to be, and counts from there, or
 * what follows it was taken. Undefined where the mail was all of it.
 */
export async function whyItStands(
  tx: Tx,
  { notice, step }: { notice: Notice; step: StageStep },
): Promise<string | undefined> {
  const { workspaceId } = notice;
  const key = `posted:${notice.id}`;
  if (await tx.prisma.activity.findFirst({ where: { workspaceId, key } }))
    return 'the letter was posted too, and counts from there';
  if (step.state === 'pending' && (await goesByPost(tx, notice)))
    return 'it goes by registered post too, and counts from its posting';
  if (step.state !== 'done') return 'its step is over';
  return (await hasFollowed(tx, step)) ? 'another step has followed it' : undefined;
}
