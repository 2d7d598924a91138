import { z } from 'zod';
import type { Member } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';

/** Members of the workspace who have not left Slack, oldest first. */
export async function activeMembers(tx: Queries, workspaceId: string): Promise<Member[]> {
  return tx.prisma.member.findMany({
    where: { workspaceId, leftAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/**
 * Locks these members until the transaction ends, in one order for everybody, so that what is listed for a member is
 * rendered by one transaction at a time. Always after the debtor's lock, never before it. Answers the time zone of each, by id.
 */
export async function lockMembers(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(memberIds)].sort();
  if (ids.length === 0) return new Map();
  const rows = await tx.sql(
    zoneRow,
    'SELECT id, zone FROM member WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE',
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, zone }) => [id, zone]));
}

const zoneRow = z.object({ id: z.string(), zone: z.string() });
