import { type BaseRateKey, baseRateFor, baseRateNames } from '../../core/baseRates.ts';
import { addDays, type Day } from '../../core/day.ts';
import { halfYearAfter, halfYearOf } from '../../core/halfYear.ts';
import type { Settings } from '../../core/settings.ts';
import { loadBaseRates } from '../../db/baseRates.ts';
import type { Queries } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

export interface LoadedInterestTerms {
  readonly interest: Settings['interest'];
  /** the half-years of the last three years and the next one, latest first; without a rate: not known yet */
  readonly rates: readonly {
    readonly base: BaseRateKey;
    readonly from: Day;
    readonly basisPoints: number | undefined;
  }[];
}

const HALF_YEARS = 6;

/** What is set now, and which base rates there are to enter or to correct. */
export async function loadInterestTerms(
  tx: Queries,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<LoadedInterestTerms> {
  const known = await loadBaseRates(tx, workspace.id);
  const halves = [halfYearAfter(todayOf(workspace, now))];
  for (let from = halves[0]; from !== undefined && halves.length <= HALF_YEARS; ) {
    from = halfYearOf(addDays(from, -1));
    halves.push(from);
  }
  const bases = Object.keys(baseRateNames) as BaseRateKey[];
  return {
    interest: workspace.settings.interest,
    rates: bases.flatMap((base) =>
      halves.map((from) => ({ base, from, basisPoints: baseRateFor(known, base, from) })),
    ),
  };
}
