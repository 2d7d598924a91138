import type { ApprovalView } from '../../../blocks/approvals/ApprovalView.ts';
import { dateInstant } from '../../../blocks/dateInstant.ts';
import { join } from '../../../blocks/join.ts';
import type { Text } from '../../../blocks/Markup.ts';
import { mentionMember } from '../../../blocks/mention.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { formatMoney } from '../../core/money.ts';
import { nameInPublic } from '../../core/nameInPublic.ts';
import { stageName } from '../../core/stageName.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, ApprovalDecision, Member, Notice } from '../../generated/prisma/client.ts';
import { mayStandInApprovals } from './approvalPlace.ts';
import { approvalSeal } from './approvalSeal.ts';
import { approversOf } from './approversOf.ts';
import { caseAtAGlance } from './caseAtAGlance.ts';
import { loadSituation } from './loadSituation.ts';
import { readFigures, recipientWords, takesEffect } from './NoticeFigures.ts';

/** A request with the whole case around it, as it stands in this transaction. */
export async function loadApprovalView(
  tx: Queries,
  options: { workspace: WorkspaceContext; approvalId: string; now: Date },
): Promise<ApprovalView> {
  const { workspace, approvalId, now } = options;
  const workspaceId = workspace.id;
  const { decisions, ...approval } = await tx.prisma.approval.findFirstOrThrow({
    where: { id: approvalId, workspaceId },
    include: { decisions: { orderBy: { at: 'asc' } } },
  });
  const notice = await tx.prisma.notice.findFirstOrThrow({ where: { id: approval.noticeId, workspaceId } });
  const debtor = await tx.prisma.debtor.findFirstOrThrow({ where: { id: approval.debtorId, workspaceId } });
  const named = await mayStandInApprovals(tx, workspace, debtor);
  const standing = standingDecisions(decisions, approval);
  const members = await tx.prisma.member.findMany({
    where: { workspaceId, id: { in: [approval.askedById, ...standing.map(({ memberId }) => memberId)] } },
  });
  const memberNamed = (id: string) => nameOf(members, id);
  const glance = await caseAtAGlance(tx, { workspace, debtorId: debtor.id, now });
  const figures = readFigures(notice);
  const day = (date: Date) => shortDay(dayOfDate(date), workspace.locale);
  return {
    approvalId,
    debtorId: debtor.id,
    title: stageName(notice.kind),
    debtorName: named ? debtor.name : nameInPublic(debtor),
    account: named ? debtor.account : undefined,
    ...stateOf(approval, notice, [...new Set(standing.map(({ memberId }) => memberId))].map(memberNamed)),
    askedBy: memberNamed(approval.askedById),
    askedAt: dateInstant(approval.requestedAt),
    ...glance,
    warnings: [...glance.warnings, ...(figures.interestWithheld ?? [])],
    to: (named && recipientWords(notice)) || undefined,
    roles: await rolesFor(tx, options, approval, notice),
    total: figures.totals
      .map(({ currency, payable }) => formatMoney(BigInt(payable), currency, workspace.locale))
      .join(' and '),
    deadline: notice.deadlineOn ? day(notice.deadlineOn) : undefined,
    subject: notice.subject,
    text: notice.text,
    approvers: approval.approvers,
    approvedBy: [...new Set(standing.map(({ memberId }) => memberId))].map(memberNamed),
    confirmsTwice: approval.state === 'open' && standing.some(({ selfApproved }) => selfApproved),
    usableUntil: day(approval.usableUntil),
    rewritten: approval.rewritten,
    seal: approvalSeal(approval.hash, standing.length),
  };
}

/** The roles of which each has to approve. */
async function rolesFor(
  tx: Queries,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
  { debtorId }: Pick<Approval, 'debtorId'>,
  { kind: stage }: Notice,
): Promise<readonly string[]> {
  const input = await loadSituation(tx, { workspace, debtorId, now });
  if (!input) return [];
  return (await approversOf(tx, { workspaceId: workspace.id, policy: input.policy, stage })).roles;
}

/** Approvals of what is shown that nobody took back. */
export function standingDecisions(
  decisions: readonly ApprovalDecision[],
  { hash }: Pick<Approval, 'hash'>,
): ApprovalDecision[] {
  return decisions.filter((d) => d.decision === 'approve' && d.hash === hash && d.takenBackAt === null);
}

function nameOf(members: readonly Member[], id: string): Text {
  const member = members.find((m) => m.id === id);
  return member ? mentionMember(member.slackUserId) : 'somebody who left';
}

function stateOf(
  approval: Approval,
  notice: Notice,
  approvedBy: readonly Text[],
): Pick<ApprovalView, 'state' | 'standing'> {
  if (approval.state === 'open') return { state: 'open' };
  if (approval.state === 'approved') {
    const until = approval.graceUntil ? dateInstant(approval.graceUntil, '{time}') : 'in a moment';
    return {
      state: 'approved',
      standing: mrkdwn`Approved by ${join(approvedBy, ' and ')}. It ${takesEffect(notice)} at ${until}; until then taking a ✅ back, or a ❌, stops it.`,
    };
  }
  if (approval.state === 'used' && notice.state === 'queued') {
    return { state: 'on_its_way', standing: mrkdwn`Approved by ${join(approvedBy, ' and ')}. On its way.` };
  }
  return {
    state: notice.state === 'sent' ? 'sent' : 'ended',
    standing: approval.outcome ?? 'This request is closed.',
  };
}
