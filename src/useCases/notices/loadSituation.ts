import type { DecisionInput } from '../../core/decision.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { policyOf } from '../../db/policies.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

/** Everything the rules ask about a debtor, as it stands now; undefined for an account that this workspace does not have. */
export async function loadSituation(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<DecisionInput | undefined> {
  const { workspace, debtorId, now } = options;
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) return undefined;
  const { policy } = await policyOf(tx, workspace, facts);
  return {
    facts,
    policy,
    settings: workspace.settings,
    today: todayOf(workspace, now),
    calendar: workspace.calendar,
    debtorCalendar: debtorCalendar(workspace, facts.debtor),
    paymentsFreshUntil: facts.creditor?.until,
  };
}
