import { reverseMailed } from '../../db/activities.ts';
import type { Tx } from '../../db/client.ts';
import type { MailedMessage } from '../../db/mailedMessages.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { reopenAnswered } from '../calls/reopenAnswered.ts';
import { tellUndelivered } from '../notices/tellUndelivered.ts';
import { nameOf } from './lastMails.ts';

/** A mail that a member wrote themselves and that came back. */
export type OwnCameBack = {
  readonly activityId: string;
  /** prompts that it had answered, and that are asked again */
  readonly reopened: readonly string[];
};

/**
 * A mail that a member wrote themselves came back: no distance is reckoned from it, and what it had answered is asked again; the owner is told where that
 * is nothing. Nobody is asked once all is paid. Returns a sentence. The caller holds the debtor's lock.
 */
export async function ownMailCameBack(
  tx: Tx,
  { workspace, mail, now }: { workspace: WorkspaceContext; mail: MailedMessage; now: Date },
): Promise<{ readonly said: string; readonly ownCameBack: OwnCameBack }> {
  const { id } = mail;
  await reverseMailed(tx, { workspaceId: workspace.id, id, now });
  const activity = await tx.prisma.activity.findUniqueOrThrow({ where: { id } });
  const said = `${nameOf(mail)} counts as not sent.`;
  const { debtorId } = activity;
  const open = { workspaceId: workspace.id, debtorId, outstanding: { gt: 0 } };
  if ((await tx.prisma.invoice.count({ where: open })) === 0)
    return { said, ownCameBack: { activityId: id, reopened: [] } };
  const reopened = await reopenAnswered(tx, { workspace, activity, now });
  if (reopened.length === 0) {
    const to = [mail.to, mail.email && `<${mail.email}>`].filter(Boolean).join(' ');
    const why = `${nameOf(mail)} came back${to ? ` from ${to}` : ''}. Correct the contact, then write again.`;
    await tellUndelivered(tx, { workspace, about: { id, debtorId }, why, now });
  }
  return { said, ownCameBack: { activityId: id, reopened } };
}
