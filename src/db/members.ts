import { z } from 'zod';
import { dateOfDay, dayOf } from '../core/day.ts';
import type { Member } from '../generated/prisma/client.ts';
import type { Queries, Tx } from './client.ts';

const day = z
  .string()
  .nullable()
  .transform((iso) => (iso === null ? null : dateOfDay(dayOf(iso))));

/** as a column, or as its text in JSON */
const instant = z.coerce.date();

const memberColumns = {
  id: z.string(),
  workspaceId: z.string(),
  slackUserId: z.string(),
  name: z.string(),
  role: z.string(),
  zone: z.string(),
  locale: z.string(),
  email: z.string().nullable(),
  deputyId: z.string().nullable(),
  awayFrom: day,
  awayUntil: day,
  capacity: z.number(),
  leftAt: instant.nullable(),
  createdAt: instant,
};

const memberRow: z.ZodType<Member> = z.object(memberColumns);

const COLUMNS = `id, workspace_id AS "workspaceId", slack_user_id AS "slackUserId", name, role, zone, locale, email,
  deputy_id AS "deputyId", away_from AS "awayFrom", away_until AS "awayUntil", capacity, left_at AS "leftAt",
  created_at AS "createdAt"`;

const MEMBER = `SELECT ${COLUMNS} FROM member`;

/** Members of the workspace who have not left Slack, oldest first. */
export async function activeMembers(tx: Queries, workspaceId: string): Promise<Member[]> {
  return tx.sql(memberRow, `${MEMBER} WHERE workspace_id = $1 AND left_at IS NULL ORDER BY created_at, id`, [
    workspaceId,
  ]);
}

/** What `askingSql` answers. */
export const askingRow = z
  .object({ ...memberColumns, hasManager: z.boolean() })
  .transform(({ hasManager, ...member }): AskingMember => ({ member, hasManager }));

/** A member who asks for something, whether or not they have left. */
export interface AskingMember {
  readonly member: Member;
  /** the workspace has a manager who is there */
  readonly hasManager: boolean;
}

/** The member behind a Slack user, $2, of that workspace. */
export const askingSql = (workspaceId: string) => `
SELECT ${COLUMNS},
  EXISTS (SELECT FROM member WHERE workspace_id = ${workspaceId} AND role = 'manager' AND left_at IS NULL) AS "hasManager"
FROM member WHERE workspace_id = ${workspaceId} AND slack_user_id = $2`;

/** The member behind a Slack user, whether or not they have left, and whether the workspace has a manager who is there; undefined for a stranger. */
export async function memberOfUser(
  tx: Queries,
  { workspaceId, slackUserId }: { workspaceId: string; slackUserId: string },
): Promise<AskingMember | undefined> {
  const [found] = await tx.sql(askingRow, askingSql('$1'), [workspaceId, slackUserId]);
  return found;
}

/**
 * Locks these members until the transaction ends, in one order for everybody, so that what is listed for a member is
 * rendered by one transaction at a time; whoever only names them in a new row does not wait. Always after the debtor's lock, never
 * before it. Answers them by id; whom this transaction knows to be locked (`tx.members`) it does not ask for again.
 */
export async function lockMembers(
  tx: Tx,
  workspaceId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, Member>> {
  const known = tx.members?.locked;
  const ids = [...new Set(memberIds)].sort();
  const unlocked = ids.filter((id) => !known?.has(id));
  if (unlocked.length > 0) {
    const rows = await tx.sql(
      memberRow,
      `${MEMBER} WHERE workspace_id = $1 AND id = ANY($2) ORDER BY id FOR NO KEY UPDATE`,
      [workspaceId, unlocked],
    );
    const locked = new Map(rows.map((member) => [member.id, member]));
    if (!tx.members) return locked;
    tx.members.lock(locked);
  }
  return new Map(
    ids.flatMap((id) => {
      const member = known?.get(id);
      return member ? [[id, member] as const] : [];
    }),
  );
}

/** Members who may be given `from` prompts a day may be given `to` from now on; who has another number keeps it. */
export async function changeCapacity(
  tx: Tx,
  workspaceId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await tx.execute('UPDATE member SET capacity = $3 WHERE workspace_id = $1 AND capacity = $2', [
    workspaceId,
    from,
    to,
  ]);
}
