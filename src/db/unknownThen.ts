import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';

/** What of an account is not known as it was at a past instant: only what may have changed since without being kept. */
export interface UnknownThen {
  /** the day on which its personal data were erased */
  readonly erasedOn: Day | undefined;
  /** contacts were changed, and what they were was not kept */
  readonly contacts: boolean;
  /** a file came or was taken back that may have changed what the account is and where, and that was not kept */
  readonly kindAndPlace: boolean;
}

const row = z.object({
  erased_on: z.string().nullable(),
  contacts: z.boolean(),
  kind_and_place: z.boolean(),
});

/** What is not known of an account as it was at that instant. */
export async function unknownThen(
  tx: Queries,
  { workspaceId, debtorId, at }: { workspaceId: string; debtorId: string; at: Date },
): Promise<UnknownThen> {
  const [found] = await tx.sql(row, unknownSql, [workspaceId, debtorId, at]);
  return {
    erasedOn: found?.erased_on ? dayOf(found.erased_on) : undefined,
    contacts: found?.contacts ?? false,
    kindAndPlace: found?.kind_and_place ?? false,
  };
}

/** Whether an instant lies between $3 and when changes began to be kept. */
const unkept = (instant: string) => `${instant} > $3::timestamptz AND ${instant} < w.changes_kept_from`;

/** $1 workspace, $2 debtor, $3 instant */
const unknownSql = `
SELECT CASE WHEN d.erased_at > $3::timestamptz THEN (d.erased_at AT TIME ZONE w.zone)::date::text END AS erased_on,
  EXISTS (SELECT FROM debtor m JOIN contact k ON k.debtor_id = m.id JOIN audit a ON a.workspace_id = $1
      AND a.subject_kind = 'contact' AND a.subject_id = k.id AND a.action <> 'contact_added' AND ${unkept('a.at')}
    WHERE m.workspace_id = $1 AND (m.id = d.id OR m.group_id = d.group_id))
  OR EXISTS (SELECT FROM debtor m JOIN activity a ON a.workspace_id = $1 AND a.debtor_id = m.id
      AND (a.outcome = 'wrong_number' OR a.reverses_id IS NOT NULL) AND ${unkept('a.recorded_at')}
    WHERE m.workspace_id = $1 AND (m.id = d.id OR m.group_id = d.group_id))
  OR EXISTS (SELECT FROM ledger_import i WHERE i.workspace_id = $1 AND i.creditor_id = d.creditor_id AND ${unkept('i.undone_at')}) AS contacts,
  d.created_at <= $3::timestamptz AND EXISTS (SELECT FROM ledger_import i WHERE i.workspace_id = $1 AND i.creditor_id = d.creditor_id
    AND i.kind = 'ledger' AND i.applied_at IS NOT NULL AND (${unkept('i.applied_at')} OR ${unkept('i.undone_at')})) AS kind_and_place
FROM debtor d JOIN workspace w ON w.id = d.workspace_id WHERE d.workspace_id = $1 AND d.id = $2`;
