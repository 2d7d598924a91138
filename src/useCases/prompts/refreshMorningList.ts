import { morningListMessage } from '../../../blocks/prompts/morningListMessage.ts';
import { isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { dayIn } from '../../core/zone.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockMembers } from '../../db/members.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { loadMorningList } from './loadMorningList.ts';
import { whenAsked } from './memberHours.ts';

/** One list a day, by the member's own calendar. */
export function morningListKey({ id, zone }: { id: string; zone: string }, now: Date): string {
  return `morning:${id}:${isoDay(dayIn(zone, now))}`;
}

/**
 * Members whose list of today is to be drawn once by the caller, by `refreshStaleLists`, after much was changed on it. A list
 * left stale by a kill in between is drawn anew with the next change.
 */
export type StaleLists = Set<string>;

/** Draws the lists that were left stale, each in a transaction of its own. */
export async function refreshStaleLists(
  db: Db,
  { workspace, stale, now }: { workspace: WorkspaceContext; stale: StaleLists; now: Date },
): Promise<void> {
  for (const memberId of stale) {
    await db.transaction(async (tx) => {
      const member = (await lockMembers(tx, workspace.id, [memberId])).get(memberId);
      await refreshMorningList(tx, { workspace, member, now });
    });
  }
}

async function isListed(tx: Tx, workspace: WorkspaceContext, member: Member, now: Date): Promise<boolean> {
  const key = `post:${morningListKey(member, now)}`;
  const rows = await tx.execute(
    `SELECT FROM outbox WHERE workspace_id = $1 AND key = $2 AND state <> 'failed'`,
    [workspace.id, key],
  );
  return rows > 0;
}

/**
 * Shows a member's list as it stands in this transaction: posted once a day, not at night by the member's own clock, then updated in place. The `member` comes
 * from `lockMembers`, so that no two transactions list without seeing each other's prompts; who is unknown or has left has no list.
 */
export async function refreshMorningList(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    member: Member | undefined;
    stale?: StaleLists | undefined;
    now: Date;
  },
): Promise<void> {
  const { workspace, member, stale, now } = options;
  if (!member || member.leftAt || stale?.has(member.id)) return;
  const listed = await isListed(tx, workspace, member, now);
  if (stale && listed) {
    stale.add(member.id);
    return;
  }
  const isAwake = whenAsked(workspace, member.zone, now) <= now;
  if (!isAwake && !listed) return;
  const messageKey = morningListKey(member, now);
  const { text, blocks } = morningListMessage(await loadMorningList(tx, { workspace, member, now }));
  const about = { workspaceId: workspace.id, messageKey };
  const post = { kind: 'slack_post' as const, channel: member.slackUserId, text, blocks };
  if (!listed && (await enqueue(tx, { ...about, key: `post:${messageKey}`, payload: post }, now))) return;
  const update = { kind: 'slack_update' as const, text, blocks };
  await enqueue(tx, { ...about, key: `update:${messageKey}:${newId()}`, payload: update }, now);
}
