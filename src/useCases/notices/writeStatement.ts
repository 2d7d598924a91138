import { groupStatement } from '../../core/groupStatement.ts';
import type { Queries } from '../../db/client.ts';
import { statementAccounts, statementInputs } from '../groups/statementInputs.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { buildStatement } from './buildStatement.ts';
import type { StatementAsking } from './StatementAsking.ts';
import { type ChooseSigner, signerFor } from './signerFor.ts';
import { writeMessage } from './writeMessage.ts';

/**
 * Writes the statement of an account as it would go out now: with those of its group, where their parts may go too; `mayWait` shows it before it may.
 * Throws what `writeMessage` throws, about the account that was asked for.
 */
export async function writeStatement(
  tx: Queries,
  { workspace, member, debtorId, now }: StatementAsking,
  { mayWait = false } = {},
): Promise<BuiltNotice> {
  const alone = { workspace, debtorId, kind: 'statement' as const, memberId: member.id, mayWait, now };
  const debtorIds = await statementAccounts(tx, workspace.id, debtorId);
  if (debtorIds.length === 1) return writeMessage(tx, alone);
  const inputs = await statementInputs(tx, { workspace, debtorIds, now });
  const { listed } = groupStatement(inputs, { mayWait, now });
  const [first, ...others] = listed;
  if (!first || !listed.some(({ facts }) => facts.debtor.id === debtorId)) return writeMessage(tx, alone);
  const chooseSigner: ChooseSigner = (present) =>
    signerFor(present, first.facts.debtor, member.id) ?? member.id;
  return buildStatement(tx, { workspace, inputs: [first, ...others], chooseSigner, asAt: first.today });
}
