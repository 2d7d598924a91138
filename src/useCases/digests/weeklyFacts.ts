import { z } from 'zod';
import { addDays, type Day, dayOf } from '../../core/day.ts';
import type { MissingRate } from '../../core/interest.ts';
import { instantAt } from '../../core/zone.ts';
import { type AmountsApart, amountsApart } from '../../db/amountsApart.ts';
import type { Queries } from '../../db/client.ts';
import { type DebtorMovement, debtorMovements } from '../../db/debtorMovements.ts';
import { type LedgerFigures, ledgerFigures } from '../../db/ledgerFigures.ts';
import { type MemberActivity, memberActivity } from '../../db/memberActivity.ts';
import { type CurrencyRolled, rolledItems } from '../../db/rolledItems.ts';
import { firstIssued } from '../../db/salesFigures.ts';
import { expectedFromPromises, type WeekPromises, weekPromises } from '../../db/weekPromises.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { loadMissingRates } from '../interest/loadMissingRates.ts';
import { reconcileWeek, type WeekReconciliation } from './reconcileWeek.ts';
import { storedDigest } from './storedDigest.ts';
import { type WeekRatios, weekRatios } from './weekRatios.ts';

/** Weeks of ageing in the picture, and of promises. */
const AGEING_WEEKS = 12;
const PROMISE_WEEKS = 8;
const MOST_MOVEMENTS = 5;

/** What a weekly digest speaks of. */
export interface WeeklyFacts {
  readonly monday: Day;
  readonly sunday: Day;
  readonly reconciliation: readonly WeekReconciliation[];
  /** the last weeks' ledgers by their Sundays, oldest first, none before anything was billed */
  readonly ledgers: readonly { readonly endsOn: Day; readonly figures: readonly LedgerFigures[] }[];
  readonly apart: AmountsApart;
  readonly ratios: readonly WeekRatios[];
  /** what was open 30 days before Sunday, and what of it is still */
  readonly rolled: readonly CurrencyRolled[];
  readonly promises: readonly WeekPromises[];
  readonly expected: readonly { readonly currency: string; readonly week: number; readonly amount: bigint }[];
  readonly movements: readonly DebtorMovement[];
  readonly members: readonly MemberActivity[];
  /** base rates that interest on what was past due needs and that nobody has entered */
  readonly missingRates: readonly MissingRate[];
}

/** The facts of the week from `monday` to its Sunday. */
export async function weeklyFacts(
  tx: Queries,
  { workspace, monday }: { workspace: WorkspaceContext; monday: Day },
): Promise<WeeklyFacts> {
  const workspaceId = workspace.id;
  const sunday = addDays(monday, 6);
  const before = { workspaceId, kind: 'weekly', forOn: addDays(monday, -7) } as const;
  const last = await storedDigest(tx, { ...before, figures: closed });
  const stored = last && new Map(last.currencies.map(({ currency, closing }) => [currency, closing]));
  const ledgers = await lastLedgers(tx, workspaceId, sunday);
  const startsAt = instantAt(monday, '00:00', workspace.zone);
  const endsAt = instantAt(addDays(sunday, 1), '00:00', workspace.zone);
  return {
    monday,
    sunday,
    reconciliation: await reconcileWeek(tx, { workspaceId, monday, stored, storedAt: last?.at }),
    ledgers,
    apart: await amountsApart(tx, { workspaceId, day: sunday }),
    ratios: await weekRatios(tx, { workspaceId, ledgers }),
    rolled: await rolledItems(tx, { workspaceId, day: sunday }),
    promises: await weekPromises(tx, { workspaceId, sunday, weeks: PROMISE_WEEKS }),
    expected: await expectedFromPromises(tx, { workspaceId, sunday }),
    movements: await debtorMovements(tx, {
      workspaceId,
      from: addDays(monday, -1),
      to: sunday,
      most: MOST_MOVEMENTS,
    }),
    members: await memberActivity(tx, { workspaceId, from: startsAt, to: endsAt }),
    missingRates: await loadMissingRates(tx, { workspace, today: sunday }),
  };
}

async function lastLedgers(tx: Queries, workspaceId: string, sunday: Day): Promise<WeeklyFacts['ledgers']> {
  const first = await firstIssued(tx, workspaceId);
  const ledgers: { endsOn: Day; figures: LedgerFigures[] }[] = [];
  for (let week = AGEING_WEEKS - 1; week >= 0; week--) {
    const endsOn = addDays(sunday, -7 * week);
    if (week > 0 && (first === undefined || endsOn < dayOf(first))) continue;
    ledgers.push({ endsOn, figures: await ledgerFigures(tx, { workspaceId, day: endsOn }) });
  }
  return ledgers;
}

/** What a weekly digest keeps of a currency, of which the next one needs this. */
const closed = z.object({ currency: z.string(), closing: z.string().transform(BigInt) });
