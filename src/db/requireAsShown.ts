import { z } from 'zod';
import { DulyError } from '../core/DulyError.ts';
import { markOf } from '../core/markOf.ts';
import type { ShownForm } from '../core/shownForm.ts';
import type { Tx } from './client.ts';

/** A form that is saved whole, with what it would be saved over. */
export interface SavedForm {
  readonly workspaceId: string;
  /** absent: nothing was shown before */
  readonly shown: ShownForm | undefined;
  readonly stands: unknown;
  readonly wanted: unknown;
  /** the actions by which such changes are on record */
  readonly actions: readonly string[];
  /** of whom or what they are; default: anything in the workspace */
  readonly subjectId?: string;
}

/**
 * Lets nobody undo what somebody else changed after the form was opened, and names who it was. The same again is no such thing.
 * Called under the lock of what is saved. Throws DulyError `changed_meanwhile`.
 */
export async function requireAsShown(tx: Tx, form: SavedForm): Promise<void> {
  const stands = markOf(form.stands);
  if (!form.shown || stands === form.shown.mark || stands === markOf(form.wanted)) return;
  const last = await lastChange(tx, { ...form, since: new Date(form.shown.at) });
  throw changedMeanwhile(last ? `${last} has changed this` : 'This was changed');
}

/**
 * The same about a value that a form may set beside its own, and of which it kept no mark: what a colleague entered after the form was opened
 * stands. `what` names the value. Throws DulyError `changed_meanwhile`.
 */
export async function requireNotEnteredSince(
  tx: Tx,
  value: {
    readonly workspaceId: string;
    readonly openedAt: Date;
    /** whoever saves: what they entered themselves since then is theirs to change */
    readonly memberId: string;
    readonly actions: readonly string[];
    readonly subjectId: string;
    readonly what: string;
  },
): Promise<void> {
  const last = await lastChange(tx, { ...value, since: value.openedAt, notBy: value.memberId });
  if (last) throw changedMeanwhile(`${last} has entered ${value.what}`);
}

/** Who changed it last since that moment, by name; undefined where nobody did. */
async function lastChange(
  tx: Tx,
  asking: Pick<SavedForm, 'workspaceId' | 'actions' | 'subjectId'> & {
    readonly since: Date;
    readonly notBy?: string;
  },
): Promise<string | undefined> {
  const [last] = await tx.sql(
    z.object({ name: z.string() }),
    `SELECT m.name FROM audit a JOIN member m ON m.workspace_id = a.workspace_id AND m.id = a.actor
     WHERE a.workspace_id = $1 AND a.action = ANY($2) AND ($3::text IS NULL OR a.subject_id = $3) AND a.at >= $4::timestamptz
       AND a.actor IS DISTINCT FROM $5
     ORDER BY a.at DESC, a.id DESC LIMIT 1`,
    [asking.workspaceId, asking.actions, asking.subjectId ?? null, asking.since, asking.notBy ?? null],
  );
  return last?.name;
}

function changedMeanwhile(who: string): DulyError {
  return new DulyError(
    'changed_meanwhile',
    'changed since it was shown',
    `${who} since you opened it: nothing of yours is saved. Open it again to see what stands now, and change it there.`,
  );
}
