import type { DelayReason } from '../../core/delayReasons.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { markLeft } from '../contacts/markLeft.ts';
import { followReason } from '../delays/followReason.ts';
import { waitForSaidPayment } from '../holds/waitForPayment.ts';
import { awaitsConfirmation } from '../promises/awaitsConfirmation.ts';
import { confirmPromises } from '../promises/confirmPromises.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { PromptKind } from '../prompts/promptKinds.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { askToClassify } from './askToClassify.ts';
import { lockMail } from './lockMail.ts';
import { mailCameBack } from './mailCameBack.ts';

const advice: Readonly<Partial<Record<ReplyKind, string[]>>> = {
  will_pay: ['If they named a day, log it as a promise too.'],
  left_company: ['Add the person who took over as a contact.'],
  query: ['Reminders rest for a business day: answer them first.'],
};

export const replyKinds = [
  'paid',
  'will_pay',
  'query',
  'bank_details',
  'out_of_office',
  'left_company',
  'came_back',
  'other',
] as const;
/** nobody wrote: a machine did */
const noAnswers: ReadonlySet<ReplyKind> = new Set(['out_of_office', 'came_back']);
type ReplyKind = (typeof replyKinds)[number];

/** Whether a person wrote, and not a machine. */
export function isOfPerson(kind: ReplyKind): boolean {
  return !noAnswers.has(kind);
}

type Told = Pick<ReplyLogging, 'kind' | 'delayReason'>;

export interface ReplyLogging {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly debtorId: string;
  readonly promptId?: string | undefined;
  readonly kind: ReplyKind;
  /** why the customer has not paid, as they write */
  readonly delayReason?: DelayReason | undefined;
  /** who wrote decides on payment: "will pay" of anybody else confirms nothing */
  readonly ofPayer?: boolean | undefined;
  /** of “left the company”: the contact who did */
  readonly whoLeft?: string | undefined;
  /** which mail came back, as `lastMails` names it; default: the last one */
  readonly mailId?: string | undefined;
  readonly notes: string | undefined;
  /** the same reply has the same key */
  readonly key: string;
  readonly now: Date;
}

/**
 * Records that the customer wrote back. It ends repeats, rests one-click sends for a business day and answers what was asked about
 * a part payment; "will pay" of whoever pays confirms what somebody else promised for them, "paid" makes everything wait for the ledger, a reason for the delay leads to what it does on the telephone, whoever left the company is not reached any more, other bank details stop the account and answer nothing, and what somebody cannot classify on another's account is asked of its owner. An out-of-office answer, or our mail come back (`mailCameBack`), is no reply of a person. Idempotent by key. Returns sentences.
 */
export async function logReply(
  db: Db,
  options: ReplyLogging,
): Promise<{ activityId: string; said: string[] }> {
  const { workspace, member, debtorId, promptId, kind, delayReason, ofPayer, whoLeft, notes, key, now } =
    options;
  requireMay(member, 'log_activity');
  return db.transaction(async (tx) => {
    const mail = { workspaceId: workspace.id, debtorId, id: options.mailId };
    const mailId = kind === 'came_back' ? await lockMail(tx, mail) : undefined;
    await lockDebtor(tx, workspace.id, debtorId);
    const before = await tx.prisma.activity.findFirst({ where: { workspaceId: workspace.id, key } });
    if (before) return { activityId: before.id, said: ['This reply is recorded already.'] };
    const activityId = newId();
    const cameBack =
      kind === 'came_back' ? await mailCameBack(tx, { ...options, mailId, activityId }) : undefined;
    const confirmed =
      kind === 'will_pay' && ofPayer && !namesOtherBank(options)
        ? await confirmPromises(tx, { workspace, debtorId, now })
        : undefined;
    const left =
      kind === 'left_company' && whoLeft
        ? await markLeft(tx, { workspace, debtorId, contactId: whoLeft, left: true, actor: member.id, now })
        : undefined;
    await tx.prisma.activity.create({
      data: {
        id: activityId,
        workspaceId: workspace.id,
        debtorId,
        memberId: member.id,
        promptId: promptId ?? null,
        kind: isOfPerson(kind) ? 'reply' : 'note',
        direction: 'in',
        outcome: kind,
        at: now,
        notes: notes ?? null,
        details: {
          ...(delayReason && { delayReason }),
          ...cameBack?.trace,
          ...confirmed?.trace,
          ...(left && { leftContacts: left.ids }),
        },
        key,
        recordedAt: now,
      },
    });
    const said = ['The reply is recorded.', ...(advice[kind] ?? [])];
    if (left) said.push(`${left.name} is not written to or called any more.`);
    if (cameBack) said.push(...cameBack.said);
    const recording = { workspace, debtorId, activityId, member, now };
    if (confirmed) said.push(...confirmed.said);
    else if (kind === 'will_pay' && (await awaitsConfirmation(tx, { workspaceId: workspace.id, debtorId })))
      said.push('What somebody else promised for them stays unconfirmed.');
    if (kind === 'paid') {
      const reason = 'The customer wrote that it is paid';
      said.push(...(await waitForSaidPayment(tx, recording, reason)));
    }
    const asking = await tx.prisma.prompt.findMany({
      where: { workspaceId: workspace.id, debtorId, state: 'open', kind: { in: answeredBy(options) } },
      orderBy: { id: 'asc' },
    });
    for (const prompt of asking) {
      const outcome = `${member.name} classified the reply.`;
      const details = { answeredBy: activityId };
      await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId: prompt.id, details });
      await closePrompt(tx, { workspace, promptId: prompt.id, state: 'done', by: member.id, outcome, now });
    }
    const reasons = new Set([...(kind === 'bank_details' ? (['paid_elsewhere'] as const) : []), delayReason]);
    for (const reason of reasons) {
      if (!reason) continue;
      const told = { reason, words: notes, on: todayOf(workspace, now) };
      said.push(...(await followReason(tx, recording, told)));
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
    for (const account of new Set([debtorId, ...(cameBack?.trace.cameBack?.accounts ?? [])]))
      await reviewSoon(tx, workspace.id, account, now);
    return { activityId, said };
  });
}

function answeredBy(reply: Told): PromptKind[] {
  return isOfPerson(reply.kind) && !namesOtherBank(reply) ? ['reply', 'part_payment'] : ['reply'];
}

/** Whoever names other bank details may be somebody else: such a reply answers and confirms nothing. */
function namesOtherBank({ kind, delayReason }: Told): boolean {
  return kind === 'bank_details' || delayReason === 'paid_elsewhere';
}
