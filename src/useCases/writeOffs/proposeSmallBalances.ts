import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { logAgreement } from '../agreements/logAgreement.ts';
import { openSmallBalances } from './loadSmallBalances.ts';
import { proposeWriteOff } from './proposeWriteOff.ts';

/**
 * Proposes to write off one small balance, or all that nobody has decided on, one proposal an account; the same click delivered twice
 * proposes once. Returns a sentence. Throws DulyError `not_allowed`.
 */
export async function proposeSmallBalances(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    /** all of them when absent */
    invoiceId?: string;
    key: string;
    now: Date;
  },
): Promise<string> {
  const { workspace, member, invoiceId, key, now } = options;
  const open = await openSmallBalances(db, { workspace, now });
  const chosen = open.filter((balance) => invoiceId === undefined || balance.invoiceId === invoiceId);
  const said: string[] = [];
  for (const debtorId of new Set(chosen.map((balance) => balance.debtorId))) {
    const invoiceIds = chosen.filter((each) => each.debtorId === debtorId).map((each) => each.invoiceId);
    const reason = 'Too small a balance to chase';
    const about = { workspace, member, debtorId, key: `${key}:${debtorId}`, now };
    const logging = { ...about, outcome: 'write_off_proposed' as const, notes: reason };
    const logged = await logAgreement(db, logging, async (tx, recording) => ({
      said: await proposeWriteOff(tx, recording, { reason, invoiceIds }),
    }));
    said.push(...logged.said);
  }
  const [first, ...others] = said;
  if (first === undefined) return 'It is decided on already, or not open any more.';
  return chosen.length === 1 ? [first, ...others].join(' ') : `${chosen.length} small balances are proposed.`;
}
