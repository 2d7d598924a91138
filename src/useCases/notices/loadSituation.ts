import type { DecisionInput } from '../../core/decision.ts';
import type { DebtorFacts, MailedFact } from '../../core/facts.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { mailedTo } from '../../db/mailedTo.ts';
import { policyOf } from '../../db/policies.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { mailKey } from './mailKey.ts';

/**
 * Everything the rules ask about a debtor, as it stands now; undefined for an account that this workspace does not have. `noticeId`:
 * it is asked for that notice, whose own mail holds it not back.
 */
export async function loadSituation(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorId: string; noticeId?: string; now: Date },
): Promise<DecisionInput | undefined> {
  const { workspace, debtorId, now } = options;
  const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!facts) return undefined;
  const { policy } = await policyOf(tx, workspace, facts);
  return {
    facts: { ...facts, mailed: await mailed(tx, options, facts) },
    policy,
    settings: workspace.settings,
    today: todayOf(workspace, now),
    calendar: workspace.calendar,
    debtorCalendar: debtorCalendar(workspace, facts.debtor),
    paymentsFreshUntil: facts.creditor?.until,
  };
}

function mailed(
  tx: Queries,
  { workspace, noticeId, now }: { workspace: WorkspaceContext; noticeId?: string; now: Date },
  { contacts, shared = [] }: DebtorFacts,
): Promise<MailedFact[]> {
  const addresses = [...contacts, ...shared].flatMap(({ isMailbox, email }) =>
    isMailbox && email ? [email] : [],
  );
  const before = noticeId === undefined ? undefined : mailKey(noticeId);
  return mailedTo(tx, { workspaceId: workspace.id, addresses, before, now });
}
