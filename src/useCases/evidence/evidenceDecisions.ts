import { stageName } from '../../core/stageName.ts';
import type { Queries } from '../../db/client.ts';
import type { EvidenceDecision } from '../../reports/evidence/Evidence.ts';
import { recipientWords } from '../notices/NoticeFigures.ts';
import type { EvidenceOf } from './EvidenceOf.ts';

/** Who asked for approval of a letter or of the hand-off and who decided, each on which text, oldest first. */
export async function evidenceDecisions(
  tx: Queries,
  { workspace, debtorId, members }: EvidenceOf,
): Promise<EvidenceDecision[]> {
  const own = { workspaceId: workspace.id, debtorId };
  const approvals = await tx.prisma.approval.findMany({
    where: own,
    include: { decisions: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  });
  const notices = await tx.prisma.notice.findMany({
    where: { ...own, id: { in: approvals.map(({ noticeId }) => noticeId) } },
    select: { id: true, kind: true, recipients: true },
  });
  const by = (id: string) => members.get(id) ?? '';
  const told = approvals.flatMap((approval): EvidenceDecision[] => {
    const notice = notices.find(({ id }) => id === approval.noticeId);
    if (!notice || (recipientWords(notice) === '' && notice.kind !== 'hand_off')) return [];
    const title = stageName(notice.kind);
    return [
      {
        ...{ at: approval.requestedAt, title, what: 'asked for approval' },
        ...{ by: by(approval.askedById), hash: approval.hash },
      },
      ...approval.decisions.map(({ at, decision, selfApproved, memberId, hash, takenBackAt }) => ({
        ...{ at, title, by: by(memberId), hash, takenBackAt: takenBackAt ?? undefined },
        what:
          decision === 'approve'
            ? selfApproved
              ? 'approved, as the only approver'
              : 'approved'
            : 'declined',
      })),
    ];
  });
  return told.sort((a, b) => a.at.getTime() - b.at.getTime());
}
