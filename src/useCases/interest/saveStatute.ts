import { isDeepStrictEqual } from 'node:util';
import { baseNamed } from '../../core/baseRates.ts';
import { DulyError } from '../../core/DulyError.ts';
import { isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { requireMay } from '../../core/permissions.ts';
import type { HalfYearRate } from '../../core/readRateLines.ts';
import type { ShownForm } from '../../core/shownForm.ts';
import { type Statute, statuteAsWritten } from '../../core/statutes.ts';
import { recordAudit } from '../../db/audit.ts';
import { loadBaseRates } from '../../db/baseRates.ts';
import type { Db, Tx } from '../../db/client.ts';
import { lockWorkspace } from '../../db/lockWorkspace.ts';
import { requireAsShown } from '../../db/requireAsShown.ts';
import { dropStatute, keepStatute, loadStatutes, type OwnStatute } from '../../db/statutes.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { keepBaseRate } from './keepBaseRate.ts';
import { reviewRequested } from './reviewRequested.ts';

/** so many have their place in the window that lists them */
export const MOST_STATUTES = 40;

export interface StatuteChange {
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** the row that is changed; undefined: it is a new one */
  readonly id: string | undefined;
  /** null: it was entered by mistake and is taken away */
  readonly wanted: Statute | null;
  /** values of its base rate that were entered with it */
  readonly rates: readonly HalfYearRate[];
  /** the row as the member saw it; undefined: it is a new one */
  readonly shown: ShownForm | undefined;
  /** when the member opened the form */
  readonly openedAt: Date;
  readonly now: Date;
}

/**
 * Adds a row of late-payment law, changes it or takes it away, with values of its base rate, each on record with what it was before. From
 * now on interest is worked out by it; what was sent stays as it was sent. Saving the same again changes nothing. Throws DulyError
 * `not_allowed` unless the member may manage, `changed_meanwhile`, `statute_gone`, `statute_twice`, `statutes_too_many`.
 */
export async function saveStatute(db: Db, change: StatuteChange): Promise<void> {
  requireMay(change.member, 'manage');
  await db.transaction(async (tx) => {
    const { workspace, wanted, id } = change;
    await lockWorkspace(tx, workspace.id);
    const own = await loadStatutes(tx, workspace.id);
    const before = own.find((row) => row.id === id);
    const after = wanted && { ...wanted, base: await baseOf(tx, change, wanted, own) };
    const kept = await keep(tx, change, { own, before, after });
    let entered = false;
    for (const rate of after ? change.rates : [])
      entered = (await keepBaseRate(tx, { base: after?.base ?? '', ...rate }, change)) || entered;
    if (kept || entered) await reviewRequested(tx, change);
  });
}

interface Kept {
  readonly own: readonly OwnStatute[];
  readonly before: OwnStatute | undefined;
  readonly after: Statute | null;
}

/** False where nothing changes. */
async function keep(tx: Tx, change: StatuteChange, { own, before, after }: Kept): Promise<boolean> {
  const { workspace, shown } = change;
  if (!before && after === null) return false;
  if (!before && change.id !== undefined) {
    throw new DulyError(
      'statute_gone',
      `statute ${change.id} of ${workspace.id}`,
      'This row was taken away since you opened it: nothing of yours is saved.',
    );
  }
  const stands = before && statuteAsWritten(before);
  const wanted = after && statuteAsWritten(after);
  if (isDeepStrictEqual(stands, wanted)) return false;
  if (after !== null) {
    const twin = sameDay(own, before, after);
    // a submission that is delivered twice
    if (twin && !before && isDeepStrictEqual(statuteAsWritten(twin), wanted)) return false;
    requirePlace(own, { twin, before });
  }
  const subjectId = before?.id ?? newId();
  const actions = ['statute_changed'];
  await requireAsShown(tx, { workspaceId: workspace.id, shown, stands, wanted, actions, subjectId });
  if (after === null) await dropStatute(tx, workspace.id, subjectId);
  else await keepStatute(tx, workspace.id, { ...after, id: subjectId });
  await record(tx, change, { subjectId, before: stands, after: wanted });
  return true;
}

function sameDay(own: readonly OwnStatute[], before: OwnStatute | undefined, after: Statute) {
  return own.find((row) => row !== before && row.law === after.law && row.issuedFrom === after.issuedFrom);
}

function requirePlace(
  own: readonly OwnStatute[],
  { twin, before }: { twin: OwnStatute | undefined; before: OwnStatute | undefined },
): void {
  if (twin)
    throw new DulyError(
      'statute_twice',
      `statute ${twin.id} is of ${twin.law} from ${isoDay(twin.issuedFrom)} too`,
      `There is a row of ${twin.law} for invoices issued from ${isoDay(twin.issuedFrom)} already: change that one.`,
    );
  if (!before && own.length >= MOST_STATUTES)
    throw new DulyError(
      'statutes_too_many',
      `${own.length} statutes`,
      `There are ${MOST_STATUTES} rows already, which is all that the window can show: change one, or take one away that no open invoice needs.`,
    );
}

/** The base rate as it goes by already, whatever capitals it was typed in. */
async function baseOf(
  tx: Tx,
  { workspace }: StatuteChange,
  { base }: Statute,
  own: readonly OwnStatute[],
): Promise<string> {
  const rates = await loadBaseRates(tx, workspace.id);
  return baseNamed(
    base,
    [...own, ...rates].map((known) => known.base),
  );
}

type Written = ReturnType<typeof statuteAsWritten> | null | undefined;

function record(
  tx: Tx,
  { workspace, member, now }: StatuteChange,
  { subjectId, before, after }: { subjectId: string; before: Written; after: Written },
): Promise<void> {
  const action = !before ? 'statute_added' : after ? 'statute_changed' : 'statute_taken_away';
  return recordAudit(tx, {
    workspaceId: workspace.id,
    at: now,
    actor: member.id,
    action,
    subjectKind: 'statute',
    subjectId,
    ...(before && { before }),
    ...(after && { after }),
  });
}
