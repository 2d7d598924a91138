import { may } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { explainDecision } from '../accounts/explainDecision.ts';
import { whyView } from '../accounts/whyView.ts';
import { type CeaseNoticeOffer, ceaseNoticeOffer } from './ceaseNoticeOffer.ts';
import { ASKED_ALREADY } from './proposeCeaseNotice.ts';
import { type Proposal, proposeNotice } from './proposeNotice.ts';

/** What came of asking for a notice, as a sentence, and what may be written instead, where a wish to cease contact stops the account. */
export interface NoticeAsked {
  readonly said: string;
  readonly offer?: CeaseNoticeOffer | undefined;
}

/**
 * Asks for approval of the notice that is due for an account, as *Ask for approval* on its prompt does. Where none is due nothing is asked, and the
 * sentence that it answers says why, with what the member may still write. Throws DulyError `debtor_not_found`, and what `proposeNotice` throws.
 */
export async function askForNotice(
  db: Db,
  {
    debtorId,
    member,
    ...asking
  }: Pick<Proposal, 'workspace' | 'now'> & { readonly debtorId: string; readonly member: Member },
): Promise<NoticeAsked> {
  const { workspace, now } = asking;
  const own = { workspaceId: workspace.id, debtorId };
  const prompt = await db.prisma.prompt.findFirst({ where: { ...own, kind: 'last_call', state: 'open' } });
  if (prompt) return await proposeNotice(db, { ...asking, promptId: prompt.id, member });
  const asked = await db.prisma.approval.count({ where: { ...own, state: { in: ['open', 'approved'] } } });
  if (asked > 0) return { said: ASKED_ALREADY };
  const on = todayOf(workspace, now);
  const explanation = await explainDecision(db, { workspace, debtorId, on, now });
  const { debtorName, answer } = whyView(explanation, member.locale);
  return {
    said: `No notice of ${debtorName} is due for approval. ${answer}`,
    ...(may(member.role, 'send_reminder') && {
      offer: await ceaseNoticeOffer(db, { workspace, debtorId, now }),
    }),
  };
}
