import type { Notice } from '../generated/prisma/client.ts';
import type { Tx } from './client.ts';

/** Notes on the accounts that a notice is about that it was mailed, once for each `key`, whatever calls it again. */
export async function insertMailed(
  tx: Tx,
  mailed: {
    readonly workspaceId: string;
    readonly accounts: readonly { readonly id: string; readonly debtorId: string; readonly key: string }[];
    readonly contactId: string | undefined;
    /** who signed it */
    readonly memberId: string;
    readonly notice: Pick<Notice, 'id' | 'stepId' | 'subject'>;
    /** the distance between messages is reckoned from it */
    readonly counted: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const { workspaceId, accounts, contactId, memberId, notice, counted, now } = mailed;
  await tx.execute(
    `INSERT INTO activity (id, workspace_id, debtor_id, contact_id, member_id, step_id, notice_id, kind, outcome, counted, at, notes, key,
       recorded_at)
     SELECT a.id, $1, a.debtor_id, $2, $3, $4, $5, 'email', 'sent', $6, $7::timestamptz, $8, a.key, $7::timestamptz
     FROM unnest($9::text[], $10::text[], $11::text[]) AS a (id, debtor_id, key)
     ON CONFLICT DO NOTHING`,
    [
      ...[workspaceId, contactId ?? null, memberId, notice.stepId, notice.id, counted, now, notice.subject],
      ...[accounts.map(({ id }) => id), accounts.map(({ debtorId }) => debtorId)],
      accounts.map(({ key }) => key),
    ],
  );
}

interface Mailed {
  readonly workspaceId: string;
  /** of a notice, or of the entry of what a member wrote */
  readonly id: string;
  readonly now: Date;
}

const MAILED = `SELECT a.* FROM activity a WHERE a.workspace_id = $1 AND (a.notice_id = $2 OR a.id = $2) AND a.outcome = 'sent' AND a.reverses_id IS NULL`;

/** The notes that it was mailed count no more: reversing entries. */
export async function reverseMailed(tx: Tx, { workspaceId, id, now }: Mailed): Promise<void> {
  await tx.execute(
    `INSERT INTO activity (id, workspace_id, debtor_id, contact_id, member_id, kind, direction, outcome, at, reverses_id, key, recorded_at)
     SELECT gen_random_uuid()::text, a.workspace_id, a.debtor_id, a.contact_id, a.member_id, a.kind, a.direction, a.outcome, a.at, a.id,
       'came_back:' || a.id, $3::timestamptz FROM (${MAILED}) a ON CONFLICT DO NOTHING`,
    [workspaceId, id, now],
  );
}

/** What `reverseMailed` took back counts again, from the day on which it was mailed: the same notes, written anew. */
export async function writeMailedAgain(tx: Tx, { workspaceId, id, now }: Mailed): Promise<void> {
  await tx.execute(
    `INSERT INTO activity (id, workspace_id, debtor_id, contact_id, member_id, prompt_id, step_id, notice_id, kind, outcome, counted, at,
       notes, details, key, recorded_at)
     SELECT gen_random_uuid()::text, a.workspace_id, a.debtor_id, a.contact_id, a.member_id, a.prompt_id, a.step_id, a.notice_id, a.kind,
       a.outcome, a.counted, a.at, a.notes, a.details, 'mailed_after_all:' || a.id, $3::timestamptz
     FROM (${MAILED}) a JOIN activity r ON r.workspace_id = $1 AND r.reverses_id = a.id ON CONFLICT DO NOTHING`,
    [workspaceId, id, now],
  );
}
