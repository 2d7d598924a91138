import { mentionMember } from '../../../blocks/mention.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { newId } from '../../core/newId.ts';
import type { BankDetails } from '../../db/bankDetails.ts';
import type { Tx } from '../../db/client.ts';
import { activeMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { accountEnding } from './accountEnding.ts';
import type { Letterhead } from './Letterhead.ts';

/** Tells every manager but the one who did it, by direct message, that customers are asked to pay to another account. */
export async function tellManagersOfBank(
  tx: Tx,
  change: { workspace: WorkspaceContext; member: Member; before: Letterhead; wanted: Letterhead; now: Date },
): Promise<number> {
  const { workspace, member, before, wanted, now } = change;
  const others = (await activeMembers(tx, workspace.id)).filter(
    ({ id, role }) => role === 'manager' && id !== member.id,
  );
  const text = mrkdwn`*The bank details on letters of ${wanted.name} were changed* by ${mentionMember(member.slackUserId)}: from ${inWords(before.bank)} to ${inWords(wanted.bank)}. If you did not expect this, ask them in person or by telephone, and put it right in \`/debt settings letterhead\`: letters carry the new details from now on.`;
  const changeId = newId();
  for (const { id, slackUserId } of others) {
    const payload = { kind: 'slack_post' as const, channel: slackUserId, ...message({ text }) };
    await enqueue(tx, { workspaceId: workspace.id, key: `bank:${changeId}:${id}`, payload }, now);
  }
  return others.length;
}

function inWords(bank: BankDetails | undefined): string {
  return bank ? `the account of ${bank.holder} ending in ${accountEnding(bank)}` : 'none';
}
