import { type BaseRateKey, baseRateFor, baseRateNames } from '../../core/baseRates.ts';
import { addDays, type Day } from '../../core/day.ts';
import { halfYearAfter, halfYearOf } from '../../core/halfYear.ts';
import type { Settings } from '../../core/settings.ts';
import { loadBaseRates } from '../../db/baseRates.ts';
import type { Queries } from '../../db/client.ts';
import { ownInterest } from '../../db/creditorInterest.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';

export interface LoadedInterestTerms {
  /** all that money is owed to, the default first */
  readonly creditors: readonly { readonly id: string; readonly name: string }[];
  /** the creditor whose terms these are; undefined: they are the team's */
  readonly creditorId: string | undefined;
  /** what the creditor has of its own */
  readonly own: Settings['interest'] | undefined;
  readonly team: Settings['interest'];
  /** the half-years of the last three years and the next one, latest first; without a rate: not known yet */
  readonly rates: readonly {
    readonly base: BaseRateKey;
    readonly from: Day;
    readonly basisPoints: number | undefined;
  }[];
}

const HALF_YEARS = 6;

/** What is set now, for the team or for the creditor asked for, and which base rates there are to enter or to correct. */
export async function loadInterestTerms(
  tx: Queries,
  { workspace, creditorId, now }: { workspace: WorkspaceContext; creditorId?: string | undefined; now: Date },
): Promise<LoadedInterestTerms> {
  const creditors = await tx.prisma.creditor.findMany({
    where: { workspaceId: workspace.id },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    select: { id: true, name: true },
  });
  const shown = creditors.find(({ id }) => id === creditorId)?.id;
  const own = shown === undefined ? undefined : (await ownInterest(tx, workspace.id)).get(shown);
  const known = await loadBaseRates(tx, workspace.id);
  const halves = [halfYearAfter(todayOf(workspace, now))];
  for (let from = halves[0]; from !== undefined && halves.length <= HALF_YEARS; ) {
    from = halfYearOf(addDays(from, -1));
    halves.push(from);
  }
  const bases = Object.keys(baseRateNames) as BaseRateKey[];
  return {
    creditors,
    creditorId: shown,
    own,
    team: workspace.settings.interest,
    rates: bases.flatMap((base) =>
      halves.map((from) => ({ base, from, basisPoints: baseRateFor(known, base, from) })),
    ),
  };
}
