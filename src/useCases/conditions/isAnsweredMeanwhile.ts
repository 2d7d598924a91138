import type { Tx } from '../../db/client.ts';
import { heardSince } from '../../db/heardSince.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { questionsOfWait } from '../holds/questionsOfWait.ts';
import { callKinds } from '../prompts/promptKinds.ts';

/** What a reply of the customer answers, too. */
const answeredByReply: ReadonlySet<string> = new Set(['reply', 'part_payment']);

/**
 * Whether what a stop has closed was answered while it lasted, so that its end does not ask it again: by a conversation or a reply that was recorded
 * meanwhile, or by the money of which the customer said that it was paid.
 */
export async function isAnsweredMeanwhile(
  tx: Tx,
  { workspaceId, debtorId, id, kind, closedAt, openedAt }: Prompt,
): Promise<boolean> {
  const heard = await heardSince(tx, { workspaceId, debtorId, since: closedAt ?? openedAt });
  if (heard.talked && callKinds.some((call) => call === kind)) return true;
  if (heard.wrote && answeredByReply.has(kind)) return true;
  if (kind !== 'payment_not_found') return false;
  const came = { workspaceId, debtorId, kind: 'already_paid', confirmed: true };
  for (const wait of await tx.prisma.hold.findMany({ where: came, orderBy: { id: 'asc' } }))
    if ((await questionsOfWait(tx, wait)).some((question) => question.id === id)) return true;
  return false;
}
