import type { Day } from '../../core/day.ts';
import type { MissingRate } from '../../core/interest.ts';
import { missingRates } from '../../core/missingRates.ts';
import { loadBaseRates } from '../../db/baseRates.ts';
import type { Queries } from '../../db/client.ts';
import { ownInterest } from '../../db/creditorInterest.ts';
import { interestBeginnings } from '../../db/interestBeginnings.ts';
import { loadStatutes } from '../../db/statutes.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** The base rates that interest on the open invoices of this workspace needs on `today` and that nobody has entered yet. */
export async function loadMissingRates(
  tx: Queries,
  { workspace, today }: { workspace: WorkspaceContext; today: Day },
): Promise<MissingRate[]> {
  const { id: workspaceId, country, settings } = workspace;
  const beginnings = await interestBeginnings(tx, { workspaceId, today });
  const own = await ownInterest(tx, workspaceId);
  const rates = await loadBaseRates(tx, workspaceId);
  const statutes = await loadStatutes(tx, workspaceId);
  return missingRates(
    beginnings.map(({ creditorId, begins, issuedOn }) => ({
      interest: own.get(creditorId) ?? settings.interest,
      begins,
      issuedOn,
    })),
    { country, statutes, rates, until: today },
  );
}
