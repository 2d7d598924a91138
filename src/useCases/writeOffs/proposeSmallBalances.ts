import { DulyError } from '../../core/DulyError.ts';
import { may } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { logAgreement } from '../agreements/logAgreement.ts';
import { openSmallBalances } from './openSmallBalances.ts';
import { proposeWriteOff } from './proposeWriteOff.ts';

interface Proposing {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** those that were shown to the member */
  readonly invoiceIds: readonly string[];
  readonly key: string;
  readonly now: Date;
}

/**
 * Proposes to write off small balances, one proposal an account, as far as each of them is one still that nobody has decided on; the same
 * click delivered twice proposes once. Returns a sentence. Throws DulyError `not_allowed`.
 */
export async function proposeSmallBalances(db: Db, proposing: Proposing): Promise<string> {
  const { workspace, member, invoiceIds } = proposing;
  const invoices = await db.prisma.invoice.findMany({
    where: { workspaceId: workspace.id, id: { in: [...invoiceIds] } },
    select: { debtorId: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  let count = 0;
  const said: string[] = [];
  for (const debtorId of new Set(invoices.map((invoice) => invoice.debtorId))) {
    const proposed = await proposeOf(db, proposing, debtorId);
    count += proposed.count;
    said.push(...proposed.said);
  }
  if (count === 0) return 'It is decided on already, not open any more, or it rests.';
  if (invoiceIds.length === 1) return said.join(' ');
  const gone = invoiceIds.length - count;
  const [one, are] = [count === 1, count === 1 ? 'is' : 'are'];
  const what = `${count} small balance${one ? '' : 's'} ${are}`;
  return [
    may(member.role, 'agree')
      ? `${what} agreed to be written off. The ledger has to do it.`
      : `${what} proposed.`,
    ...(gone > 0
      ? [`${gone} of the list ${gone === 1 ? 'is' : 'are'} decided on, settled, or at rest by now.`]
      : []),
  ].join(' ');
}

/** Those of one account, as they are under its lock. */
async function proposeOf(
  db: Db,
  { workspace, member, invoiceIds: shown, key, now }: Proposing,
  debtorId: string,
): Promise<{ readonly count: number; readonly said: readonly string[] }> {
  const reason = 'Too small a balance to chase';
  const about = { workspace, member, debtorId, key: `${key}:${debtorId}`, now };
  const logging = { ...about, outcome: 'write_off_proposed' as const, notes: reason };
  let count = 0;
  try {
    const { said } = await logAgreement(db, logging, async (tx, recording) => {
      const open = await openSmallBalances(tx, { workspace, debtorId, now });
      const invoiceIds = open
        .filter(({ invoice, isNet }) => !isNet && shown.includes(invoice.id))
        .map(({ invoice }) => invoice.id);
      count = invoiceIds.length;
      return { said: await proposeWriteOff(tx, recording, { reason, invoiceIds }) };
    });
    return { count, said };
  } catch (error) {
    if (error instanceof DulyError && error.code === 'nothing_to_write_off') return { count: 0, said: [] };
    throw error;
  }
}
