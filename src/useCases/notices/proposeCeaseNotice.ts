import { usableUntil } from '../../core/approvalDays.ts';
import { type CeaseNotice, ceaseNotices } from '../../core/ceaseNotices.ts';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor } from '../../db/debtors.ts';
import { claimInbound } from '../../db/inboundEvents.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { approvalsChannel } from './approvalPlace.ts';
import { askedBy, requestNotice } from './requestNotice.ts';
import { writeMessage } from './writeMessage.ts';

export interface CeaseProposal {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly member: Pick<Member, 'id' | 'role' | 'name'>;
  readonly kind: CeaseNotice;
  /** as typed, and looked at by `remedyProblem`; for those that name one */
  readonly remedy?: string | undefined;
  /** the same for a submission that is delivered twice */
  readonly key: string;
  readonly now: Date;
}

/** What is said where one is asked for already. */
export const ASKED_ALREADY = 'It was asked for already: the request is in the channel for approvals.';

/**
 * Asks for approval of a notice that may go after a wish to cease contact. The remedy that it names has to be one that we or the creditor
 * ordinarily use (`remedy_possible`), or mean to use (`remedy_intended`): whoever asks and whoever approves answer for that. One is asked for at a time,
 * and a form that comes twice asks once. Returns a sentence. Throws DulyError `not_allowed`, `debtor_not_found`, `not_started`, `not_now`,
 * `no_recipient`, `no_approvals_channel`, and what `requestNotice` throws.
 */
export async function proposeCeaseNotice(db: Db, proposal: CeaseProposal): Promise<string> {
  const { workspace, debtorId, member, kind, remedy, key, now } = proposal;
  requireMay(member, 'send_reminder');
  approvalsChannel(workspace);
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const inbound = { workspaceId: workspace.id, key, kind: 'cease_notice', receivedAt: now };
    if (!(await claimInbound(tx, inbound))) return ASKED_ALREADY;
    if (!workspace.startedAt) {
      throw new DulyError(
        'not_started',
        `workspace ${workspace.id} is not started`,
        'Nothing is sent before a manager has started this workspace.',
      );
    }
    const other = await underWay(tx, workspace.id, debtorId);
    if (other) return other;
    const about = { workspace, debtorId, now };
    const built = await writeMessage(tx, { ...about, kind, remedy, memberId: member.id, mayWait: true });
    const usable = usableUntil(todayOf(workspace, now), workspace.calendar, workspace.settings);
    await requestNotice(tx, { ...about, stepId: null, member, built, usable });
    return askedBy(member);
  });
}

/** Why no other one may be asked for now, as a sentence: what was approved, or what may have gone out, comes first. */
async function underWay(tx: Tx, workspaceId: string, debtorId: string): Promise<string | undefined> {
  const own = { workspaceId, debtorId };
  if ((await tx.prisma.approval.count({ where: { ...own, state: { in: ['open', 'approved'] } } })) > 0)
    return ASKED_ALREADY;
  const beside = { ...own, stepId: null, kind: { in: [...ceaseNotices] } };
  const { state } = (await tx.prisma.notice.findFirst({
    where: { ...beside, state: { in: ['queued', 'unsure'] } },
  })) ?? { state: undefined };
  if (state === 'queued') return 'One of these notices is on its way already.';
  return state && 'It is not known yet whether the last of these notices went out: a manager is asked.';
}
