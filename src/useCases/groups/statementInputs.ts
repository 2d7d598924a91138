import type { Queries } from '../../db/client.ts';
import { groupMembers, groupOf } from '../../db/groups.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { accountsSharing } from '../contacts/contactOfAccount.ts';
import { loadSituation, type Situation } from '../notices/loadSituation.ts';

/** The ids of the accounts that have one statement with this one, by name; itself alone where it is in no group. */
export async function statementAccounts(
  tx: Queries,
  workspaceId: string,
  debtorId: string,
): Promise<string[]> {
  const group = await groupOf(tx, workspaceId, debtorId);
  if (!group) return [debtorId];
  // a file may have made a private person of an account since it joined: nobody else is told of that debt
  const sharing = new Set(await accountsSharing(tx, { workspaceId, debtorId }));
  const members = await groupMembers(tx, workspaceId, group.id);
  return members.map((member) => member.debtorId).filter((id) => sharing.has(id));
}

/** What the rules ask about these accounts, as it stands now, in their order; `noticeId` as for loadSituation. */
export async function statementInputs(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorIds: readonly string[]; noticeId?: string; now: Date },
): Promise<Situation[]> {
  const { debtorIds, ...asking } = options;
  const inputs: Situation[] = [];
  for (const debtorId of debtorIds) {
    const input = await loadSituation(tx, { ...asking, debtorId });
    if (input) inputs.push(input);
  }
  return inputs;
}
