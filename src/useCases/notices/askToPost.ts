import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { debtClaimsProtocol, fallsUnderDebtClaims } from '../../core/debtClaimsProtocol.ts';
import type { Tx } from '../../db/client.ts';
import { debtorFact } from '../../db/debtorFact.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { whoIsAsked } from '../cases/whoIsAsked.ts';
import { openPrompt } from '../prompts/openPrompt.ts';

/** A letter was mailed that goes by registered post too: the owner is asked to post it today, with what it encloses, and to record it. */
export async function askToPost(
  tx: Tx,
  { workspace, notice, now }: { workspace: WorkspaceContext; notice: Notice; now: Date },
): Promise<void> {
  const { id: noticeId, debtorId, stepId, kind: stage } = notice;
  const debtor = await debtorFact(tx, workspace, debtorId);
  const memberId = await whoIsAsked(tx, { workspace, debtor, asks: 'owner', beyondCapacity: true, now });
  if (memberId === undefined || !stepId) return;
  const until = notice.deadlineOn
    ? `It names ${shortDay(dayOfDate(notice.deadlineOn), workspace.locale)} as its date`
    : '';
  const enclosed = fallsUnderDebtClaims(debtor, todayOf(workspace, now))
    ? `Enclose ${debtClaimsProtocol.enclosures.join(', ')}`
    : '';
  const sentences = [
    'It went out by email; it goes by registered post too, today: the PDF is in the thread of its request',
    enclosed,
    until,
    'The case goes on once you have recorded the posting',
  ];
  await openPrompt(tx, {
    workspace,
    debtorId,
    stepId,
    key: `post_letter:${noticeId}`,
    kind: 'post_letter',
    memberId,
    reasons: sentences
      .filter((sentence) => sentence !== '')
      .map((sentence) => ({ rule: 'post_letter', outcome: 'note', sentence })),
    details: { stage, mode: 'written', noticeId },
    now,
  });
}
