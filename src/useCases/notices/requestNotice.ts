import { approversNeeded } from '../../core/approversNeeded.ts';
import type { Day } from '../../core/day.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Notice } from '../../generated/prisma/client.ts';
import { requirePrivateApprovals } from './approvalPlace.ts';
import { approversOf, requireEnoughApprovers } from './approversOf.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { openRequest } from './openRequest.ts';
import { postLetter } from './postLetter.ts';
import { refuseTooSoon } from './refuseTooSoon.ts';
import { storeNotice } from './storeNotice.ts';

/**
 * Keeps what was written, opens the request for its approval and puts the letter into the thread; the member is the asker. Returns the
 * request's id. Throws DulyError `approvals_not_private` for private individuals, `too_soon` after a refusal, `approvers_missing`. The
 * caller holds the debtor's lock.
 */
export async function requestNotice(
  tx: Tx,
  asking: {
    readonly workspace: WorkspaceContext;
    readonly debtorId: string;
    /** none: a message beside the ladder */
    readonly stepId: Notice['stepId'];
    readonly member: Pick<Member, 'id'>;
    readonly built: BuiltNotice;
    /** last day on which the approval can be used */
    readonly usable: Day;
    readonly now: Date;
  },
): Promise<string> {
  const { workspace, debtorId, stepId, member, built, usable, now } = asking;
  const { id: workspaceId, settings } = workspace;
  const { stage, input } = built;
  if (built.data.debtorKind === 'individual') await requirePrivateApprovals(tx, workspace);
  refuseTooSoon(input, stage);
  const approvers = approversNeeded(built.rendered.totals, settings);
  const eligible = await approversOf(tx, { workspaceId, policy: input.policy, stage });
  requireEnoughApprovers({ eligible, approvers, askerId: member.id, settings });
  const notice = await storeNotice(tx, { workspaceId, debtorId, stepId, state: 'requested', built, now });
  const about = { workspace, now };
  const approvalId = await openRequest(tx, { ...about, notice, askerId: member.id, approvers, usable });
  await postLetter(tx, { ...about, approvalId, noticeId: notice.id, built });
  return approvalId;
}

/** What is said once it is asked for. */
export function askedBy({ name }: Pick<Member, 'name'>): string {
  return `${name} asked for approval; the request is in the channel for approvals.`;
}
