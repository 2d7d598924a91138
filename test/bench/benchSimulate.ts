import { addDays, dayOf } from '../../src/core/day.ts';
import { defaultPolicyFor } from '../../src/core/defaultPolicies.ts';
import type { DebtorFacts } from '../../src/core/facts.ts';
import { SimulationTally } from '../../src/core/SimulationTally.ts';
import { simulateDebtor } from '../../src/core/simulateDebtor.ts';
import { debtorCalendar } from '../../src/db/debtorCalendar.ts';
import type { WorkspaceContext } from '../../src/db/workspaceContext.ts';
import { BENCH_TODAY } from './aLedger.ts';
import { best, say } from './measure.ts';

export const SIMULATED_DAYS = 30;

/** Thirty simulated days of every debtor, in milliseconds. */
export async function benchSimulate(
  workspace: WorkspaceContext,
  ledger: readonly DebtorFacts[],
): Promise<number> {
  const from = dayOf(BENCH_TODAY);
  const to = addDays(from, SIMULATED_DAYS - 1);
  const { settings, calendar } = workspace;
  let said = '';
  const took = await best(`simulate ${SIMULATED_DAYS} days of ${ledger.length} debtors`, 3, () => {
    const tally = new SimulationTally([], from, SIMULATED_DAYS);
    for (const facts of ledger) {
      const policy = defaultPolicyFor(facts.debtor.kind);
      const rules = { policy, settings, calendar, debtorCalendar: debtorCalendar(workspace, facts.debtor) };
      tally.add(facts.debtor, simulateDebtor(facts, { ...rules, from, to }));
    }
    const { written, calls, approvals } = tally.figures();
    said = `${written} written, ${calls} calls, ${approvals} approvals`;
  });
  say(`  simulated: ${said}`);
  return took;
}
