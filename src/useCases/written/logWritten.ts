import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockDebtor, reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Contact, Member } from '../../generated/prisma/client.ts';
import type { LoggedCall } from '../calls/logCall.ts';
import { contactOfAccount } from '../contacts/contactOfAccount.ts';
import { updatePromptMessage } from '../prompts/postPrompt.ts';
import { answerByWriting } from './answerByWriting.ts';
import type { WrittenChannel, WrittenLog } from './WrittenLog.ts';

export interface WrittenLogging {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  readonly written: WrittenLog;
  /** the same submission delivered twice is one message */
  readonly key: string;
  readonly now: Date;
}

const recorded: Readonly<Record<WrittenChannel, string>> = {
  email: 'The email is recorded.',
  text: 'The text message is recorded.',
  letter: 'The letter is recorded.',
};

/**
 * Records an email, a text message or a letter that a member wrote without Duly: an attempt to reach the customer, and, unless it answers
 * them, a written message that we started, which spacing and mailboxes count. Logging what happened is never refused by contact rules.
 * Idempotent by key. Throws DulyError `not_allowed`, `written_ahead` for a time to come, `contact_not_found` for a person of another account.
 */
export async function logWritten(db: Db, logging: WrittenLogging): Promise<LoggedCall> {
  const { workspace, member, written, key, now } = logging;
  const {
    debtorId,
    channel,
    at,
    isAnswer,
    isValidationNotice = false,
    notes = null,
    promptId = null,
  } = written;
  requireMay(member, 'log_activity');
  if (at > now) {
    const sentence = 'That is still to come: log it once it was sent.';
    throw new DulyError('written_ahead', 'a message in the future', sentence);
  }
  const workspaceId = workspace.id;
  return db.transaction(async (tx) => {
    await lockDebtor(tx, workspaceId, debtorId);
    const before = await tx.prisma.activity.findFirst({ where: { workspaceId, key } });
    if (before) {
      return {
        activityId: before.id,
        debtorId: before.debtorId,
        said: ['This message is recorded already.'],
      };
    }
    const activityId = newId();
    const contact = await contactWritten(tx, logging);
    const mailedTo = channel === 'email' ? contact?.email?.toLowerCase() : undefined;
    await tx.prisma.activity.create({
      data: {
        ...{ id: activityId, workspaceId, debtorId, memberId: member.id, promptId, at, notes, key },
        contactId: contact?.id ?? null,
        kind: channel,
        direction: 'out',
        outcome: 'sent',
        counted: !isAnswer,
        details: {
          ...(mailedTo !== undefined && { mailedTo }),
          ...(isValidationNotice && { validationNotice: true }),
        },
        recordedAt: now,
      },
    });
    const answered = await answerByWriting(tx, { ...logging, activityId });
    if (promptId) await showReminderAnew(tx, { workspace, promptId, now });
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actor: member.id,
      action: 'written_logged',
      subjectKind: 'activity',
      subjectId: activityId,
      after: { debtorId, channel, counted: !isAnswer },
    });
    await reviewSoon(tx, workspaceId, debtorId, now);
    const counts = isAnswer
      ? []
      : ['It counts as a message of ours: the next one keeps its distance from it.'];
    const validated = isValidationNotice
      ? ['The validation notice is on record: from now on they may be written to.']
      : [];
    return { activityId, debtorId, said: [recorded[channel], ...validated, ...counts, ...answered] };
  });
}

/** A polite reminder from which a text message was logged says from then on when the next message may go. */
async function showReminderAnew(
  tx: Tx,
  { workspace, promptId, now }: { workspace: WorkspaceContext; promptId: string; now: Date },
): Promise<void> {
  const reminder = await tx.prisma.prompt.findFirst({
    where: { id: promptId, workspaceId: workspace.id, kind: 'reminder', state: 'open' },
    select: { id: true },
  });
  if (reminder) await updatePromptMessage(tx, { workspace, promptId, now });
}

async function contactWritten(
  tx: Tx,
  { workspace, written: { contactId: id, debtorId } }: WrittenLogging,
): Promise<Contact | undefined> {
  if (id === undefined) return undefined;
  const found = await contactOfAccount(tx, { workspaceId: workspace.id, debtorId, contactId: id });
  if (found) return found;
  const sentence =
    'I do not know this contact of the account: choose one from the list. Nothing was recorded.';
  throw new DulyError('contact_not_found', `no contact ${id} of debtor ${debtorId}`, sentence);
}
