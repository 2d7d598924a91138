import type { AccountLines } from '../../../blocks/calls/CallLogForm.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { loadAccount } from '../accounts/loadAccount.ts';
import { callLogLines } from '../calls/callLogLines.ts';
import { openConditions } from './openConditions.ts';

/** A condition that holds, with its account, for the form that ends it. Throws DulyError `condition_ended` for any other. */
export async function conditionForForm(
  tx: Queries,
  options: { workspace: WorkspaceContext; conditionId: string; locale: string; now: Date },
): Promise<{ debtorId: string; kind: string; account: AccountLines; about: string }> {
  const { workspace, conditionId, locale, now } = options;
  const row = await tx.prisma.debtorCondition.findFirst({
    where: { id: conditionId, workspaceId: workspace.id },
  });
  const debtorId = row?.debtorId ?? '';
  const open = await openConditions(tx, { workspace, debtorId, locale });
  const condition = open.find((each) => each.conditionId === conditionId);
  if (!condition) {
    throw new DulyError(
      'condition_ended',
      `condition ${conditionId}`,
      'It has been ended already: look at the account.',
    );
  }
  const account = callLogLines(await loadAccount(tx, { workspace, debtorId, now }), locale);
  return { debtorId, kind: condition.kind, account, about: `${condition.words}.` };
}
