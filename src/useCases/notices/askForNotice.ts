import type { Db } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { explainDecision } from '../accounts/explainDecision.ts';
import { whyView } from '../accounts/whyView.ts';
import { type Proposal, proposeNotice } from './proposeNotice.ts';

/**
 * Asks for approval of the notice that is due for an account, as *Ask for approval* on its prompt does. Where none is due nothing is asked, and the
 * sentence that it answers says why. Throws DulyError `debtor_not_found`, and what `proposeNotice` throws.
 */
export async function askForNotice(
  db: Db,
  {
    debtorId,
    member,
    ...asking
  }: Pick<Proposal, 'workspace' | 'now'> & { readonly debtorId: string; readonly member: Member },
): Promise<string> {
  const { workspace, now } = asking;
  const own = { workspaceId: workspace.id, debtorId };
  const prompt = await db.prisma.prompt.findFirst({ where: { ...own, kind: 'last_call', state: 'open' } });
  if (prompt) return (await proposeNotice(db, { ...asking, promptId: prompt.id, member })).said;
  const asked = await db.prisma.approval.count({ where: { ...own, state: { in: ['open', 'approved'] } } });
  if (asked > 0) return 'It was asked for already: the request is in the channel for approvals.';
  const on = todayOf(workspace, now);
  const explanation = await explainDecision(db, { workspace, debtorId, on, now });
  const { debtorName, answer } = whyView(explanation, member.locale);
  return `No notice of ${debtorName} is due for approval. ${answer}`;
}
