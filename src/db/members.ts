import { type Day, dayOfDate } from '../core/day.ts';
import type { Member } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';

/** Members of the workspace who have not left Slack, oldest first. */
export async function activeMembers(tx: Queries, workspaceId: string): Promise<Member[]> {
  return tx.prisma.member.findMany({
    where: { workspaceId, leftAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** Whether the member is away on that day (first and last day included). */
export function isAway(member: Pick<Member, 'awayFrom' | 'awayUntil'>, day: Day): boolean {
  if (!member.awayUntil) return false;
  const from = member.awayFrom ? dayOfDate(member.awayFrom) : Number.NEGATIVE_INFINITY;
  return from <= day && day <= dayOfDate(member.awayUntil);
}

/**
 * Locks these members until the transaction ends, in one order for everybody, so that what is listed for a member is
 * rendered by one transaction at a time. Always after the debtor's lock, never before it.
 */
export async function lockMembers(tx: Tx, workspaceId: string, memberIds: readonly string[]): Promise<void> {
  const ids = [...new Set(memberIds)].sort();
  if (ids.length === 0) return;
  await tx.prisma
    .$queryRaw`SELECT id FROM member WHERE workspace_id = ${workspaceId} AND id = ANY(${ids}) ORDER BY id FOR UPDATE`;
}
