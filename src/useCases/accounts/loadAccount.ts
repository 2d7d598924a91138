import { type AgeingRow, ageing } from '../../core/ageing.ts';
import { collectable } from '../../core/collectable.ts';
import { type Allowance, contactAllowance } from '../../core/contactRules.ts';
import type { Day } from '../../core/day.ts';
import type { Decision } from '../../core/decision.ts';
import type { ContactFact, DebtorFacts } from '../../core/facts.ts';
import { interestFree } from '../../core/interestFree.ts';
import type { Policy } from '../../core/policy.ts';
import { sharedContacts } from '../../core/sharedContacts.ts';
import { type AccountRecord, accountRecord } from '../../db/accountRecord.ts';
import type { Queries } from '../../db/client.ts';
import { interestTermsOf } from '../../db/creditorInterest.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import { debtorNotFound } from '../../db/debtors.ts';
import { policyOf } from '../../db/policies.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { type AccountGroup, loadGroup } from '../groups/loadGroup.ts';
import { type LateInterest, lateInterest } from '../interest/lateInterest.ts';
import { decideFor } from './decideFor.ts';

/** Everything that is shown of one account, as it stands now. */
export interface Account {
  readonly record: AccountRecord;
  readonly facts: DebtorFacts;
  /** all open items by age, per currency */
  readonly balances: readonly AgeingRow[];
  readonly decision: Decision;
  readonly policy: Policy;
  readonly contacts: readonly { readonly contact: ContactFact; readonly calls: Allowance }[];
  readonly interest: readonly LateInterest[];
  /** the group that it is in, with what stands on all of its accounts */
  readonly group: AccountGroup | undefined;
  readonly today: Day;
}

const ACTIVITIES = 6;

/** One account with its facts, decision and contact allowances. Throws DulyError `debtor_not_found` for another workspace's id. */
export async function loadAccount(
  tx: Queries,
  { workspace, debtorId, now }: { workspace: WorkspaceContext; debtorId: string; now: Date },
): Promise<Account> {
  const record = await accountRecord(tx, { workspaceId: workspace.id, debtorId, activities: ACTIVITIES });
  const facts = record && (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
  if (!record || !facts) throw debtorNotFound(workspace.id, debtorId);
  const today = todayOf(workspace, now);
  const calendar = debtorCalendar(workspace, facts.debtor);
  const { items } = collectable(facts, { today, window: 0, settings: workspace.settings });
  return {
    record,
    facts,
    balances: ageing(facts.invoices, today),
    decision: await decideFor(tx, { workspace, facts, on: today }),
    policy: (await policyOf(tx, workspace, facts)).policy,
    contacts: [...facts.contacts, ...sharedContacts(facts)].map((contact) => ({
      contact,
      calls: contactAllowance({ facts, contact, channel: 'call', calendar, now }),
    })),
    interest: await lateInterest(tx, {
      workspace,
      debtor: facts.debtor,
      interest: await interestTermsOf(tx, workspace, facts.creditor?.id),
      invoices: facts.invoices,
      setOff: interestFree(facts, { items, today }),
      until: today,
    }),
    group: await loadGroup(tx, { workspace, debtorId, today }),
    today,
  };
}
