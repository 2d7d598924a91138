import type { Day } from '../../core/day.ts';
import { decide } from '../../core/decide.ts';
import type { Decision } from '../../core/decision.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import type { Policy } from '../../core/policy.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { policyOf } from '../../db/policies.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

/** What a policy says about a debtor on a day. */
interface Deciding {
  readonly workspace: WorkspaceContext;
  readonly facts: DebtorFacts;
  readonly on: Day;
}

/** What the policy would do about a debtor on a day, from the facts given, and why. Changes nothing. */
export async function decideFor(tx: Queries, deciding: Deciding): Promise<Decision> {
  const { policy } = await policyOf(tx, deciding.workspace, deciding.facts);
  return decideBy(policy, deciding);
}

/** The same by a policy that is given. */
export function decideBy(policy: Policy, { workspace, facts, on }: Deciding): Decision {
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
