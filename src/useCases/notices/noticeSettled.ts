import { z } from 'zod';
import { isPosted } from '../../core/policy.ts';
import type { Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { noticeWithDebtorsLocked } from '../../db/notices.ts';
import type { Outcome } from '../../delivery/Delivery.ts';
import type { OutboxItem } from '../../delivery/outboxItemOf.ts';
import { markMailDead } from '../contacts/markMailDead.ts';
import { noteStatement } from '../monthEnds/noteStatement.ts';
import { noticeAccounts } from './noticeAccounts.ts';
import { recordFailed } from './recordFailed.ts';
import { recordNotSent } from './recordNotSent.ts';
import { recordSent } from './recordSent.ts';
import { recordUnsure } from './recordUnsure.ts';

/**
 * What sending a notice came to, in the transaction that records it: step, history, prompts, addresses that do not exist and the thread
 * of its request follow, and the debtor is decided anew. Told twice, it does nothing the second time.
 */
export async function noticeSettled(
  tx: Tx,
  { item, outcome, now }: { item: Pick<OutboxItem, 'workspaceId' | 'about'>; outcome: Outcome; now: Date },
): Promise<void> {
  if (item.about?.kind !== 'notice') return;
  const { notice, workspace, policy } = await noticeWithDebtorsLocked(tx, item.workspaceId, item.about.id);
  const { debtorId } = notice;
  const why = outcome.why ?? 'no reason was given';
  if (outcome.state === 'sent') {
    const id = outcome.result?.messageId;
    await recordSent(tx, {
      ...{ workspace, notice, isPosted: policy !== undefined && isPosted(policy, notice.kind) },
      messageId: typeof id === 'string' ? id : undefined,
      now,
    });
  } else if (outcome.state === 'unsure') {
    if (['queued', 'cancelled'].includes(notice.state))
      await recordUnsure(tx, { workspace, notice, why, now });
  } else if (notice.state === 'queued') {
    const record = { failed: recordFailed, cancelled: recordNotSent }[outcome.state];
    await record(tx, { workspace, notice, why, now });
  }
  const unknown = addresses.safeParse(outcome.result?.unknown);
  if (unknown.success)
    await markMailDead(tx, { workspace, debtorId, emails: unknown.data, actor: 'duly', now });
  if (notice.kind === 'statement') await noteStatement(tx, { notice, now });
  for (const account of noticeAccounts(notice)) await reviewSoon(tx, workspace.id, account, now);
}

const addresses = z.array(z.string());
