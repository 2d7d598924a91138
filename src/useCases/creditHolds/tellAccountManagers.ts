import { creditHoldMessage } from '../../../blocks/accounts/creditHoldMessage.ts';
import { mentionMember } from '../../../blocks/mention.ts';
import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import { nameInPublic } from '../../core/nameInPublic.ts';
import { isPrivateChannel } from '../../db/channelFacts.ts';
import type { Tx } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';

/** The messages that tell of credit holds, by the beginning of their keys. */
export const CREDIT_HOLD_TOLD = 'credit_hold:';

/**
 * Tells the account managers that a credit hold is in force, or released: in their channel, else each account manager by direct
 * message, where there is none each manager. Told once. A private individual is named in private places only.
 */
export async function tellAccountManagers(
  tx: Tx,
  news: {
    workspace: WorkspaceContext;
    creditHoldId: string;
    what: 'set' | 'released';
    by: Member;
    now: Date;
  },
): Promise<void> {
  const { workspace, creditHoldId, what, by, now } = news;
  const workspaceId = workspace.id;
  const hold = await tx.prisma.creditHold.findUniqueOrThrow({ where: { id: creditHoldId } });
  const debtor = await tx.prisma.debtor.findUniqueOrThrow({ where: { id: hold.debtorId } });
  const { number } = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: hold.invoiceId } });
  const { accountManagers: channel } = workspace.settings.channels;
  const byName =
    debtor.kind !== 'individual' || !channel || (await isPrivateChannel(tx, workspaceId, channel));
  const payload = creditHoldMessage({
    debtorId: debtor.id,
    debtorName: byName ? debtor.name : nameInPublic(debtor),
    what,
    invoiceNumber: number,
    on: shortDay(dayOfDate(what === 'set' ? hold.setOn : (hold.releasedOn ?? hold.setOn)), workspace.locale),
    by: mentionMember(by.slackUserId),
    reason: hold.releaseReason ?? undefined,
  });
  const key = `${CREDIT_HOLD_TOLD}${what}:${creditHoldId}`;
  const tell = (to: string, once: string) =>
    enqueue(
      tx,
      { workspaceId, key: once, messageKey: once, payload: { kind: 'slack_post', channel: to, ...payload } },
      now,
    );
  if (channel) {
    await tell(channel, key);
    return;
  }
  for (const { id, slackUserId } of await whoIsTold(tx, workspaceId)) await tell(slackUserId, `${key}:${id}`);
}

/** Tells anew what stands under that key and could not be told, as it may be said now. */
export async function tellAgain(
  tx: Tx,
  { workspace, key, now }: { workspace: WorkspaceContext; key: string; now: Date },
): Promise<void> {
  const [, told, creditHoldId = ''] = key.split(':');
  const what = told === 'set' ? 'set' : 'released';
  const hold = await tx.prisma.creditHold.findUniqueOrThrow({ where: { id: creditHoldId } });
  const id = what === 'set' ? hold.setById : (hold.releasedById ?? hold.setById);
  const by = await tx.prisma.member.findUniqueOrThrow({ where: { id } });
  await tellAccountManagers(tx, { workspace, creditHoldId, what, by, now });
}

async function whoIsTold(tx: Tx, workspaceId: string) {
  const members = await activeMembers(tx, workspaceId);
  const accountManagers = members.filter(({ role }) => role === 'account_manager');
  return accountManagers.length > 0 ? accountManagers : members.filter(({ role }) => role === 'manager');
}
