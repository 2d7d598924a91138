import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { waitForSaidPayment } from '../holds/waitForPayment.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { askToClassify } from './askToClassify.ts';

const advice: Readonly<Partial<Record<ReplyKind, string[]>>> = {
  will_pay: ['If they named a day, log it as a promise too.'],
  left_company: ['Add the person who took over as a contact.'],
  query: ['Reminders rest for a business day: answer them first.'],
};

export const replyKinds = ['paid', 'will_pay', 'query', 'out_of_office', 'left_company', 'other'] as const;
type ReplyKind = (typeof replyKinds)[number];

/**
 * Records that the customer wrote back. It ends repeats, rests one-click sends for a business day and answers what was asked about
 * a part payment; "paid" makes everything wait for the ledger, and what somebody cannot classify on another's account is asked of its owner. An out-of-office answer is no reply of a person. Idempotent by key. Returns sentences.
 */
export async function logReply(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    debtorId: string;
    promptId?: string | undefined;
    kind: ReplyKind;
    notes: string | undefined;
    key: string;
    now: Date;
  },
): Promise<{ activityId: string; said: string[] }> {
  const { workspace, member, debtorId, promptId, kind, notes, key, now } = options;
  requireMay(member, 'log_activity');
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspace.id, debtorId);
    const before = await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, key } });
    if (before) return { activityId: before.id, said: ['This reply is recorded already.'] };
    const activityId = newId();
    await tx.prisma.activity.create({
      data: {
        id: activityId,
        workspaceId: workspace.id,
        debtorId,
        memberId: member.id,
        promptId: promptId ?? null,
        kind: kind === 'out_of_office' ? 'note' : 'reply',
        direction: 'in',
        outcome: kind,
        at: now,
        notes: notes ?? null,
        key,
        recordedAt: now,
      },
    });
    const said = ['The reply is recorded.', ...(advice[kind] ?? [])];
    if (kind === 'paid') {
      const reason = 'The customer wrote that it is paid';
      said.push(...(await waitForSaidPayment(tx, { workspace, debtorId, activityId, member, now }, reason)));
    }
    const asking = await tx.prisma.prompt.findMany({
      where: { workspaceId: workspace.id, debtorId, state: 'open', kind: { in: answeredBy(kind) } },
      orderBy: { id: 'asc' },
    });
    for (const prompt of asking) {
      const outcome = `${member.name} classified the reply.`;
      const details = { answeredBy: activityId };
      await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId: prompt.id, details });
      await closePrompt(tx, { workspace, promptId: prompt.id, state: 'done', by: member.id, outcome, now });
    }
    if (kind === 'other' && (await askToClassify(tx, { workspace, debtorId, activityId, member, now })))
      said.push('The owner of the account is asked what it means.');
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: 'reply_logged',
      subjectKind: 'activity',
      subjectId: activityId,
      after: { debtorId, kind },
    });
    await reviewSoon(tx, workspace.id, debtorId, now);
    return { activityId, said };
  });
}

function answeredBy(kind: ReplyKind): PromptKind[] {
  return kind === 'out_of_office' ? ['reply'] : ['reply', 'part_payment'];
}
