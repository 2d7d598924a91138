import type { Clock } from '../clock.ts';
import type { Db } from '../db/client.ts';
import { loadWorkspace } from '../db/workspaceContext.ts';
import type { Log } from '../log.ts';
import { reviewDueDebtors } from '../useCases/cases/reviewDueDebtors.ts';
import type { SampleSource } from './SampleSource.ts';
import { sampleLife } from './sampleLife.ts';
import { seedSample } from './seedSample.ts';

/**
 * Puts the sample into a workspace whose ledger is empty, and answers with what goes on in it, to be run when due. On a sample that
 * stands already nothing is written; a workspace with a ledger of its own stays as it is.
 */
export async function startSample(sample: {
  readonly db: Db;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<SampleSource> {
  const { db, workspaceId, clock, log } = sample;
  const now = clock.now();
  const life = sampleLife(sample);
  if (await seedSample({ db, workspaceId, now })) {
    // so that the first digest, due at once, shows cases and this morning's money
    await life.run(now);
    await reviewDueDebtors(db, { workspace: await loadWorkspace(db, workspaceId), now, log });
  }
  return life;
}
