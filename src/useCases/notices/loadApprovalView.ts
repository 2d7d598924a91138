import type { ApprovalView } from '../../../blocks/approvals/ApprovalView.ts';
import { dateInstant } from '../../../blocks/dateInstant.ts';
import { join } from '../../../blocks/join.ts';
import type { Text } from '../../../blocks/Markup.ts';
import { mentionMember } from '../../../blocks/mention.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { approvalNeeds } from '../../core/approvalNeeds.ts';
import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Reason } from '../../core/facts.ts';
import { formatMoney } from '../../core/money.ts';
import { nameInPublic } from '../../core/nameInPublic.ts';
import { reasonSentence } from '../../core/reasonSentence.ts';
import { shortReasons } from '../../core/shortReasons.ts';
import { stageName } from '../../core/stageName.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Approval, ApprovalDecision, Member, Notice } from '../../generated/prisma/client.ts';
import { mayStandInApprovals } from './approvalPlace.ts';
import { approvalRulesOf } from './approvalRulesOf.ts';
import { approvalSeal } from './approvalSeal.ts';
import { caseAtAGlance } from './caseAtAGlance.ts';
import { readFigures, recipientWords, takesEffect } from './NoticeFigures.ts';
import { shownNeeds } from './shownNeeds.ts';

/** A request with the whole case around it, as it stands in this transaction, and the name of what it says of who is needed. */
export async function loadApprovalView(
  tx: Queries,
  options: { workspace: WorkspaceContext; approvalId: string; now: Date },
): Promise<{ view: ApprovalView; needs: string }> {
  const { workspace, approvalId, now } = options;
  const workspaceId = workspace.id;
  const { decisions, ...approval } = await tx.prisma.approval.findFirstOrThrow({
    where: { id: approvalId, workspaceId },
    include: { decisions: { orderBy: { at: 'asc' } } },
  });
  const notice = await tx.prisma.notice.findFirstOrThrow({ where: { id: approval.noticeId, workspaceId } });
  const debtor = await tx.prisma.debtor.findFirstOrThrow({ where: { id: approval.debtorId, workspaceId } });
  const named = await mayStandInApprovals(tx, workspace, { kind: debtor.kind, approvalId });
  const standing = standingDecisions(decisions, approval);
  const deciders = [...new Set(standing.map(({ memberId }) => memberId))];
  const rules = await approvalRulesOf(tx, { workspace, approval, now });
  const needs = approvalNeeds(
    standing.map(({ memberId }) => memberId),
    rules,
  );
  const members = await tx.prisma.member.findMany({
    where: { workspaceId, id: { in: [approval.askedById, ...deciders, ...needs.open] } },
  });
  const memberNamed = (id: string) => nameOf(members, id);
  const glance = await caseAtAGlance(tx, { workspace, debtorId: debtor.id, now });
  const figures = readFigures(notice);
  const day = (date: Date) => shortDay(dayOfDate(date), workspace.locale);
  const view: ApprovalView = {
    approvalId,
    debtorId: debtor.id,
    title: stageName(notice.kind),
    debtorName: named ? debtor.name : nameInPublic(debtor),
    account: named ? debtor.account : undefined,
    ...stateOf(approval, notice, (needs.isMet ? needs.approvedBy : deciders).map(memberNamed)),
    askedBy: memberNamed(approval.askedById),
    askedAt: dateInstant(approval.requestedAt),
    ...glance,
    warnings: [...glance.warnings, ...(figures.interestWithheld ?? [])],
    why: named ? await whyOf(tx, approval, notice, workspace.locale) : undefined,
    to: (named && recipientWords(notice)) || undefined,
    roles: rules.roles,
    total: figures.totals
      .map(({ currency, payable }) => formatMoney(BigInt(payable), currency, workspace.locale))
      .join(' and '),
    deadline: notice.deadlineOn ? day(notice.deadlineOn) : undefined,
    subject: notice.subject,
    text: notice.text,
    approvers: approval.approvers,
    approvedBy: needs.approvedBy.map(memberNamed),
    confirmsAlone: needs.confirmsAlone === undefined ? undefined : memberNamed(needs.confirmsAlone),
    tooFew: needs.canBeMet ? undefined : needs.open.map(memberNamed),
    usableUntil: day(approval.usableUntil),
    rewritten: approval.rewritten,
    seal: approvalSeal(approval.hash, standing.length),
  };
  return { view, needs: shownNeeds(needs, approval.approvers) };
}

/** The reasons that were kept with the step, as its prompt gave them, else with the notice: what is decided now is held against what was decided then. */
async function whyOf(
  tx: Queries,
  { workspaceId, stepId }: Pick<Approval, 'workspaceId' | 'stepId'>,
  notice: Notice,
  locale: string,
): Promise<ApprovalView['why']> {
  if (!stepId) {
    const sentences = readFigures(notice).reasons?.map((sentence) => reasonSentence({ sentence }));
    return sentences && { on: shortDay(dayOfDate(notice.asAt), locale), sentences };
  }
  const step = await tx.prisma.stageStep.findFirst({
    where: { id: stepId, workspaceId },
    select: { reasons: true, takenOn: true },
  });
  const reasons = shortReasons((step?.reasons ?? []) as unknown as readonly Reason[]);
  if (!step || reasons.length === 0) return undefined;
  return { on: shortDay(dayOfDate(step.takenOn), locale), sentences: reasons.map(reasonSentence) };
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
