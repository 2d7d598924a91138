import { setImmediate } from 'node:timers/promises';
import { addDays, type Day } from '../../core/day.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { type SimulatedFigures, SimulationTally } from '../../core/SimulationTally.ts';
import { type SimulatedDebtor, simulateDebtor } from '../../core/simulateDebtor.ts';
import type { Db } from '../../db/client.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import { loadMemberFacts } from '../../db/memberFacts.ts';
import { activeMembers } from '../../db/members.ts';
import { countOpenAccounts } from '../../db/openAccounts.ts';
import { allPolicies, defaultFor, type PolicyVersion, policyForNew, versionsOf } from '../../db/policies.ts';
import { policyDrafts } from '../../db/policyDrafts.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { openAccountsAhead } from './openAccountsAhead.ts';
import { type MovedAccount, SimulatedMoves } from './SimulatedMoves.ts';

/** Debtors that are simulated in one go. */
const BREATHES = 100;
export const SIMULATED_DAYS = 30;

export interface Simulation {
  readonly from: Day;
  readonly days: number;
  readonly accounts: number;
  /** every case with the policy that it has, new ones with those of today */
  readonly asIs: SimulatedFigures;
  /** with the drafts switched on and all running cases moved; absent where that makes no difference to any account's policy */
  readonly changed: SimulatedFigures | undefined;
  /** names of the policies that are being changed */
  readonly drafts: readonly string[];
  /** accounts that would be walked through another policy, or version, than now */
  readonly otherPolicy: number;
  /** the members who would be asked, by id */
  readonly members: ReadonlyMap<string, { readonly name: string; readonly capacity: number }>;
  /** how many would stand elsewhere in the end, and by which stages; `none` before the first */
  readonly moves: readonly { from: string; to: string; accounts: number }[];
  /** every account that would stand elsewhere, or be asked for other things, those that owe most first */
  readonly moved: readonly MovedAccount[];
  /** running cases whose policy is not the one that they would begin with today: what *move all running cases* moves */
  readonly movable: number;
  /** the versions that new cases begin with: what was simulated is what may be moved to */
  readonly versions: string;
}

/**
 * What would happen in the next thirty days, from today on, on the ledger as it stands: with the policies as they are, and with the
 * drafts switched on and all running cases moved. Nothing is written.
 * @param progress told now and then how many of all accounts are done
 */
export async function simulateLedger(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    now: Date;
    progress?: (done: number, all: number) => Promise<void>;
  },
): Promise<Simulation> {
  const { workspace, now, progress } = options;
  const from = todayOf(workspace, now);
  const { byId, active } = await allPolicies(db, workspace.id);
  const drafts = (await policyDrafts(db, workspace.id)).map(({ policy }) => policy);
  const changedActive: PolicyVersion[] = [
    ...active.filter(({ policy }) => !drafts.some(({ key }) => key === policy.key)),
    ...drafts.map((policy) => ({ policy, policyId: undefined, version: 0 })),
  ];
  const members = await loadMemberFacts(db, workspace, now);
  const asIs = new SimulationTally(members, from, SIMULATED_DAYS);
  const changed = new SimulationTally(members, from, SIMULATED_DAYS);
  const moves = new SimulatedMoves();
  const all = await countOpenAccounts(db, workspace.id);
  let [done, otherPolicy, movable] = [0, 0, 0];
  for await (const page of openAccountsAhead(db, { workspace, now })) {
    for (const [index, { account, name, facts }] of page.entries()) {
      if (index % BREATHES === 0) await setImmediate(); // clicks are answered, and rows read, in between
      const current = currentVersion(facts);
      const begun = policyForNew(active, facts);
      const next = policyForNew(changedActive, facts);
      const simulated = simulate(facts, current);
      const other = next.policy === current.policy ? simulated : simulate(facts, next);
      asIs.add(facts.debtor, simulated);
      changed.add(facts.debtor, other);
      if (next.policy !== current.policy) otherPolicy += 1;
      if (facts.openCase && begun.policyId !== current.policyId) movable += 1;
      moves.add({ account, name, facts, before: simulated, after: other });
    }
    done += page.length;
    await progress?.(Math.min(done, all), all);
  }
  return {
    from,
    days: SIMULATED_DAYS,
    accounts: done,
    asIs: asIs.figures(),
    changed: otherPolicy > 0 ? changed.figures() : undefined,
    drafts: drafts.map(({ name }) => name),
    otherPolicy,
    members: await membersById(db, workspace.id),
    moves: moves.byStage(),
    moved: moves.byDebt(),
    movable,
    versions: versionsOf(active),
  };

  function currentVersion(facts: DebtorFacts): PolicyVersion {
    if (!facts.openCase) return policyForNew(active, facts);
    return byId.get(facts.openCase.policyId ?? '') ?? defaultFor(facts);
  }

  function simulate(facts: DebtorFacts, { policy }: PolicyVersion): SimulatedDebtor {
    const { settings, calendar } = workspace;
    const to = addDays(from, SIMULATED_DAYS - 1);
    const rules = { policy, settings, calendar, debtorCalendar: debtorCalendar(workspace, facts.debtor) };
    return simulateDebtor(facts, { ...rules, from, to });
  }
}

async function membersById(db: Db, workspaceId: string): Promise<Simulation['members']> {
  const members = await activeMembers(db, workspaceId);
  return new Map(members.map(({ id, name, capacity }) => [id, { name, capacity }]));
}
