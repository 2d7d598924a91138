import { dateOfDay } from '../../core/day.ts';
import { isCounted } from '../../core/messageKinds.ts';
import { newId } from '../../core/newId.ts';
import { insertMailed } from '../../db/activities.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Tx } from '../../db/client.ts';
import { markNoticeSent } from '../../db/noticeSent.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { askToPost } from './askToPost.ts';
import { goesByPost } from './goesByPost.ts';
import { readFigures, readRecipients, recipientWords } from './NoticeFigures.ts';
import { noticeAccounts } from './noticeAccounts.ts';
import { showApproval } from './showApproval.ts';
import { tellThread } from './tellThread.ts';

/** Kinds of prompts that ask somebody to send the notice of a step. */
const ASKS_TO_SEND = ['last_call', 'notice'];

/**
 * A notice went out: its step is done, its deadline stands, spacing counts it, its request says so. One that goes by post too is
 * done once somebody has recorded posting it. The caller holds the debtor's lock.
 */
export async function recordSent(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    notice: Notice;
    /** whether it goes by post too, where the caller has asked */
    isPosted?: boolean;
    messageId?: string | undefined;
    /** who says so, where the mail server did not */
    by?: string;
    now: Date;
  },
): Promise<void> {
  const { workspace, notice, messageId, by, now } = options;
  const outcome = `Sent to ${recipientWords(notice)}.`;
  const isPosted = options.isPosted ?? (await goesByPost(tx, notice));
  const sent = await markNoticeSent(tx, {
    ...{ workspaceId: workspace.id, noticeId: notice.id, messageId, outcome, now },
    doneOn: isPosted ? undefined : dateOfDay(todayOf(workspace, now)),
    promptKinds: ASKS_TO_SEND,
  });
  if (!sent) return;
  // nobody is asked any more to send what went out
  for (const promptId of sent.prompts)
    await closePrompt(tx, { workspace, promptId, state: 'overtaken', ...(by && { by }), outcome, now });
  if (isPosted) await askToPost(tx, { workspace, notice, now });
  await insertMailed(tx, {
    workspaceId: workspace.id,
    accounts: noticeAccounts(notice).map((debtorId) => ({
      ...{ id: newId(), debtorId },
      key: debtorId === notice.debtorId ? `notice:${notice.id}` : `notice:${notice.id}:${debtorId}`,
    })),
    contactId: readRecipients(notice)[0]?.contactId,
    memberId: readFigures(notice).signerId,
    notice,
    counted: isCounted(notice.kind),
    now,
  });
  await recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: by ?? 'duly',
    action: 'notice_sent',
    subjectKind: 'notice',
    subjectId: notice.id,
    after: { kind: notice.kind, stepId: notice.stepId, hash: notice.hash },
  });
  const { approvalId } = sent;
  if (approvalId === null) return;
  await showApproval(tx, { workspace, approvalId, now });
  await tellThread(tx, { workspace, approvalId, what: 'sent', text: outcome, now });
}
