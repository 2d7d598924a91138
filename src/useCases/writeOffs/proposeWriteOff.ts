import { DulyError } from '../../core/DulyError.ts';
import { newId } from '../../core/newId.ts';
import { may } from '../../core/permissions.ts';
import type { Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { askForAgreement } from '../agreements/askForAgreement.ts';
import type { Recording } from '../agreements/logAgreement.ts';
import { describeWriteOff } from './describeWriteOff.ts';
import { tellFinanceOfWriteOff } from './tellFinanceOfWriteOff.ts';

export interface WriteOffWords {
  readonly reason: string;
  /** everything that is open when absent */
  readonly invoiceIds?: readonly string[] | undefined;
}

/**
 * Proposes to write invoices off. Nothing is written off by it: a manager agrees (one who proposes it has), finance is told, and the ledger does it; it stays
 * marked until an import shows it. What was proposed before is left as it is. The caller holds the debtor's lock. Returns sentences for
 * the member; throws DulyError `nothing_to_write_off`.
 */
export async function proposeWriteOff(
  tx: Tx,
  recording: Recording,
  { reason, invoiceIds }: WriteOffWords,
): Promise<string[]> {
  const { workspace, debtorId, activityId, member, now } = recording;
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  const proposed = new Set(facts?.writeOffs?.map(({ invoiceId }) => invoiceId));
  const invoices = (facts?.invoices ?? []).filter(
    ({ id, outstanding }) =>
      outstanding > 0n && !proposed.has(id) && (invoiceIds === undefined || invoiceIds.includes(id)),
  );
  if (invoices.length === 0) {
    throw new DulyError(
      'nothing_to_write_off',
      `debtor ${debtorId} has nothing left to propose`,
      'Nothing is left to propose: it is settled, or its write-off is proposed already.',
    );
  }
  const agreed = may(member.role, 'agree');
  await tx.prisma.writeOff.createMany({
    data: invoices.map(({ id: invoiceId, outstanding, currency }) => ({
      id: newId(),
      workspaceId: workspace.id,
      debtorId,
      invoiceId,
      activityId,
      amount: outstanding,
      currency,
      reason,
      memberId: member.id,
      state: agreed ? 'agreed' : 'proposed',
      ...(agreed && { decidedById: member.id, decidedAt: now }),
      recordedAt: now,
    })),
  });
  const what = describeWriteOff(
    invoices.map(({ number, currency, outstanding }) => ({ number, currency, amount: outstanding })),
    workspace.locale,
  );
  if (agreed) {
    await tellFinanceOfWriteOff(tx, { workspace, debtorId, activityId, became: 'agreed', by: member, now });
    return [`${what} is agreed. It is not asked for any more; the ledger has to write it off.`];
  }
  const asked = await askForAgreement(tx, {
    workspace,
    debtorId,
    subject: { writeOffId: activityId },
    what: `${what}, ${member.name} proposes: ${reason}.`,
    why: ['Every write-off needs a manager; the ledger does it.'],
    until: 'it is collected as before',
    now,
  });
  return [`${what} is proposed.`, asked];
}
