import type { Day } from '../../core/day.ts';
import { decide } from '../../core/decide.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** What the policy would do about a debtor on a day, from the facts given, and why. Changes nothing. */
export async function decideFor(
  tx: Queries,
  { workspace, facts, on }: { workspace: WorkspaceContext; facts: DebtorFacts; on: Day },
): Promise<Decision> {
  const { policy } = await policyOf(tx, workspace, facts);
  return decide({
    facts,
    policy,
    settings: workspace.settings,
    today: on,
    calendar: workspace.calendar,
    debtorCalendar: debtorCalendar(workspace, facts.debtor),
    paymentsFreshUntil: facts.creditor?.until,
  });
}
