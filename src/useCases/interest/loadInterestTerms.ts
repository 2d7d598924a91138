import { baseRateFor, shippedBases } from '../../core/baseRates.ts';
import { addDays, type Day } from '../../core/day.ts';
import { halfYearAfter, halfYearOf } from '../../core/halfYear.ts';
import { lastIssueDay } from '../../core/lastIssueDay.ts';
import type { Settings } from '../../core/settings.ts';
import { type Statute, shippedStatutes } from '../../core/statutes.ts';
import { loadBaseRates } from '../../db/baseRates.ts';
import type { Queries } from '../../db/client.ts';
import { ownInterest } from '../../db/creditorInterest.ts';
import { loadStatutes, type OwnStatute } from '../../db/statutes.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { loadMissingRates } from './loadMissingRates.ts';

export interface LoadedInterestTerms {
  /** all that money is owed to, the default first */
  readonly creditors: readonly { readonly id: string; readonly name: string }[];
  /** the creditor whose terms these are; undefined: they are the team's */
  readonly creditorId: string | undefined;
  /** what the creditor has of its own */
  readonly own: Settings['interest'] | undefined;
  readonly team: Settings['interest'];
  /** the workspace's, whose law it is unless terms name another */
  readonly country: string;
  /**
   * the half-years of the last three years and the next one, and older ones that are missing, latest first; without a rate: not known yet
   */
  readonly rates: readonly {
    readonly base: string;
    readonly from: Day;
    readonly basisPoints: number | undefined;
  }[];
  /** the rows of late-payment law, by law, the latest of each last */
  readonly statutes: readonly StandingStatute[];
}

export interface StandingStatute {
  readonly statute: Statute;
  /** absent: Duly comes with it */
  readonly id: string | undefined;
  /** see `lastIssueDay` */
  readonly until: Day | null;
  /** half-years whose base rate interest needs, or would need from today on, and nobody has entered, earliest first */
  readonly unknown: readonly Day[];
}

const HALF_YEARS = 6;

/** What is set now, for the team or for the creditor asked for, which rows of law there are, and which base rates to enter or to correct. */
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
  const statutes = await loadStatutes(tx, workspace.id);
  const today = todayOf(workspace, now);
  const missing = (await loadMissingRates(tx, { workspace, today })).map((rate) => rate.missing);
  const bases = new Set([...shippedBases, ...[...statutes, ...known].map(({ base }) => base)]);
  const halves = recentHalves(today);
  const missingOf = (base: string) => missing.filter((one) => one.base === base).map(({ from }) => from);
  return {
    creditors,
    creditorId: shown,
    own,
    team: workspace.settings.interest,
    country: workspace.country,
    rates: [...bases].flatMap((base) =>
      [...new Set([...halves, ...missingOf(base)])]
        .sort((a, b) => b - a)
        .map((from) => ({ base, from, basisPoints: baseRateFor(known, base, from) })),
    ),
    statutes: standing(statutes).map(({ statute, id, until }) => {
      const holds = statute.issuedFrom <= today && (until === null || until >= today);
      const current = holds ? [halfYearOf(today)] : [];
      const needed = until !== null && until < statute.issuedFrom ? [] : missingOf(statute.base);
      const unknown = [...new Set([...needed, ...current])].sort((a, b) => a - b);
      return {
        ...{ statute, id, until },
        unknown: unknown.filter((from) => baseRateFor(known, statute.base, from) === undefined),
      };
    }),
  };
}

function standing(own: readonly OwnStatute[]) {
  return [
    ...shippedStatutes.map((statute) => ({ statute, id: undefined })),
    ...own.map((statute) => ({ statute, id: statute.id })),
  ]
    .map((row) => ({ ...row, until: lastIssueDay(row.statute, own) }))
    .sort(({ statute: a }, { statute: b }) => a.law.localeCompare(b.law) || a.issuedFrom - b.issuedFrom);
}

/** The half-year after the one of today, that one, and those before it. */
function recentHalves(today: Day): Day[] {
  const halves = [halfYearAfter(today)];
  for (let from = halves[0]; from !== undefined && halves.length <= HALF_YEARS; ) {
    from = halfYearOf(addDays(from, -1));
    halves.push(from);
  }
  return halves;
}
