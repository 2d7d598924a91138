import { z } from 'zod';
import type { CreditorFreshness } from '../../core/CreditorFreshness.ts';
import { addBusinessDays } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';
import { creditorFreshness } from '../../db/creditorFreshness.ts';
import { type CurrencyFigures, dailyFigures } from '../../db/dailyFigures.ts';
import { type DayMovements, dayMovements } from '../../db/dayMovements.ts';
import { type DigestApproval, digestApprovals } from '../../db/digestApprovals.ts';
import { type DigestGap, digestGaps } from '../../db/digestGaps.ts';
import { type DigestPromise, digestPromises } from '../../db/digestPromises.ts';
import { type DigestPrompt, digestPrompts } from '../../db/digestPrompts.ts';
import { dayEnds, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { storedDigest } from './storedDigest.ts';

type PastDueFigures = Pick<CurrencyFigures, 'currency' | 'pastDue' | 'pastDueAmount'>;

/** What a daily digest speaks of. */
export interface DailyFacts extends DayMovements {
  readonly day: Day;
  /** the business day before */
  readonly since: Day;
  readonly figures: readonly CurrencyFigures[];
  /** what the digest of `since` said, where one was posted and today is asked for; else that day as it is known now */
  readonly before: readonly PastDueFigures[];
  readonly promisesDue: readonly DigestPromise[];
  readonly promisesBroken: readonly DigestPromise[];
  /** what stands now and is not asked for past days: absent then */
  readonly standing?: {
    readonly prompts: readonly DigestPrompt[];
    readonly approvals: readonly DigestApproval[];
    readonly gaps: readonly DigestGap[];
    /** by creditor, the least fresh first; none: nothing was imported yet */
    readonly freshness: readonly CreditorFreshness[];
  };
}

/** What a daily digest keeps of a currency, of which the next one needs this. */
const pastDueFigures = z.object({
  currency: z.string(),
  pastDue: z.number(),
  pastDueAmount: z.string().transform(BigInt),
});

/** The facts of a day's digest. Figures, promises and movements can be asked of any day; the worklist only of `today`. */
export async function dailyFacts(
  tx: Queries,
  { workspace, day, today }: { workspace: WorkspaceContext; day: Day; today: Day },
): Promise<DailyFacts> {
  const workspaceId = workspace.id;
  const since = addBusinessDays(workspace.calendar, day, -1);
  const figures = await dailyFigures(tx, { workspaceId, day });
  const last =
    day === today
      ? await storedDigest(tx, { workspaceId, kind: 'daily', forOn: since, figures: pastDueFigures })
      : undefined;
  const before = last?.currencies ?? (await dailyFigures(tx, { workspaceId, day: since }));
  const moved = await dayMovements(tx, { workspaceId, since, day, bookedSince: last?.at });
  const promises = await digestPromises(tx, { workspaceId, since, day });
  const facts = {
    day,
    since,
    figures,
    before,
    ...moved,
    promisesDue: promises.due,
    promisesBroken: promises.broken,
  };
  if (day !== today) return facts;
  return {
    ...facts,
    standing: {
      prompts: await digestPrompts(tx, { workspaceId, today, dayEnds: dayEnds(workspace, today) }),
      approvals: await digestApprovals(tx, workspaceId),
      gaps: await digestGaps(tx, { workspaceId, since, today }),
      freshness: await creditorFreshness(tx, workspaceId),
    },
  };
}
