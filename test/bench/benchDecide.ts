import { dayOf } from '../../src/core/day.ts';
import { decide } from '../../src/core/decide.ts';
import { defaultPolicyFor } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { debtorCalendar } from '../../src/db/debtorCalendar.ts';
import type { WorkspaceContext } from '../../src/db/workspaceContext.ts';
import { BENCH_TODAY } from './aLedger.ts';
import { best, say } from './measure.ts';

/** The stage of every debtor, decided one after the other, in milliseconds. */
export async function benchDecide(
  workspace: WorkspaceContext,
  ledger: readonly DebtorFacts[],
): Promise<number> {
  const today = dayOf(BENCH_TODAY);
  const { settings, calendar } = workspace;
  let taken = new Map<string, number>();
  const took = await best(`decide ${ledger.length} debtors`, 10, () => {
    taken = new Map();
    for (const facts of ledger) {
      const { take } = decide({
        facts,
        policy: defaultPolicyFor(facts.debtor.kind),
        settings,
        today,
        calendar,
        debtorCalendar: debtorCalendar(workspace, facts.debtor),
        paymentsFreshUntil: today,
      });
      const stage = take?.stage ?? 'nothing';
      taken.set(stage, (taken.get(stage) ?? 0) + 1);
    }
  });
  say(`  decided: ${[...taken].map(([stage, count]) => `${count} ${stage}`).join(', ')}`);
  return took;
}
