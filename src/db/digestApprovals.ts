import { z } from 'zod';
import { type Day, dayOf } from '../core/day.ts';
import type { Queries } from './client.ts';
import type { DigestDebtor } from './DigestDebtor.ts';
import { digestDebtorColumns, digestDebtorOf, digestDebtorRow } from './DigestDebtor.ts';

export interface DigestApproval extends DigestDebtor {
  readonly askedBy: string;
  readonly usableUntil: Day;
}

const row = digestDebtorRow.extend({ asked_by: z.string(), usable_until: z.string() }).transform((r) => ({
  ...digestDebtorOf(r),
  askedBy: r.asked_by,
  usableUntil: dayOf(r.usable_until),
}));

/** Requests that nobody has decided yet, the first to expire first. */
export async function digestApprovals(tx: Queries, workspaceId: string): Promise<DigestApproval[]> {
  return tx.sql(
    row,
    `SELECT ${digestDebtorColumns}, m.name AS asked_by, a.usable_until
     FROM approval a JOIN debtor d ON d.id = a.debtor_id JOIN member m ON m.id = a.asked_by_id
     WHERE a.workspace_id = $1 AND a.state = 'open' ORDER BY a.usable_until, a.requested_at, a.id`,
    [workspaceId],
  );
}
