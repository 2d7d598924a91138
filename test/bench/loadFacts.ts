import type { DebtorFacts } from '../../src/core/facts.ts';
import type { Db } from '../../src/db/client.ts';
import { loadDebtorFacts } from '../../src/db/debtorFacts.ts';
import { loadWorkspace, type WorkspaceContext } from '../../src/db/workspaceContext.ts';
import { BENCH_TODAY, BENCH_WORKSPACE } from './aLedger.ts';
import { best } from './measure.ts';

const CHUNK = 1_000;

/** The facts of the whole ledger, as Duly loads them for every decision: with steps, promises, activities and all. */
export async function loadFacts(db: Db): Promise<{ workspace: WorkspaceContext; facts: DebtorFacts[] }> {
  const workspace = await loadWorkspace(db, BENCH_WORKSPACE);
  const now = new Date(`${BENCH_TODAY}T10:00:00Z`);
  const debtors = await db.prisma.debtor.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const ids = debtors.map(({ id }) => id);
  const facts: DebtorFacts[] = [];
  await best('load all facts of every debtor', 1, async () => {
    for (let at = 0; at < ids.length; at += CHUNK) {
      const loaded = await loadDebtorFacts(db, workspace, ids.slice(at, at + CHUNK), now);
      facts.push(...loaded.values());
    }
  });
  return { workspace, facts };
}
