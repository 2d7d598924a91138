import type { DecisionInput } from '../../core/decision.ts';
import type { DebtorFacts, MailedFact } from '../../core/facts.ts';
import type { Queries } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import type { LetterParties } from '../../db/letterParties.ts';
import { mailedTo } from '../../db/mailedTo.ts';
import { situationFacts } from '../../db/situationFacts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { mailKey } from './mailKey.ts';

/** A debtor as the rules ask about it, with what a letter to it prints beside the facts. */
export interface Situation extends DecisionInput {
  readonly letter: LetterParties;
}

/**
 * Everything that is asked about a debtor before it is written to, as it stands now; undefined for an account that this workspace does not have. `noticeId`:
 * it is asked for that notice, whose own mail holds it not back.
 */
export async function loadSituation(
  tx: Queries,
  options: { workspace: WorkspaceContext; debtorId: string; noticeId?: string; now: Date },
): Promise<Situation | undefined> {
  const { workspace, debtorId, now } = options;
  const found = await situationFacts(tx, workspace, debtorId, now);
  if (!found) return undefined;
  const { facts, policy, letter } = found;
  return {
    facts: { ...facts, mailed: await mailed(tx, options, facts) },
    policy,
    settings: workspace.settings,
    today: todayOf(workspace, now),
    calendar: workspace.calendar,
    debtorCalendar: debtorCalendar(workspace, facts.debtor),
    paymentsFreshUntil: facts.creditor?.until,
    letter,
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
