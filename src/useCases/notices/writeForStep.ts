import { usableUntil } from '../../core/approvalDays.ts';
import type { Day } from '../../core/day.ts';
import { deadlineFor } from '../../core/deadlineFor.ts';
import { maySend } from '../../core/maySend.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { buildNotice } from './buildNotice.ts';
import { loadSituation } from './loadSituation.ts';
import { notNow } from './notNow.ts';
import { signerFor } from './signerFor.ts';

export interface Writing {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly stepId: string;
  /** signs unless the debtor has an owner or deputy who is still there */
  readonly memberId: string;
  /** the last day on which it can be sent, from which a deadline counts; default: that of what is asked for today */
  readonly usable?: Day;
  /** rules that are not asked yet, because it is not to be sent at once */
  readonly mayWait?: boolean;
  readonly now: Date;
}

/**
 * Writes the notice of a step as it would go out now. Throws DulyError `not_now` (`house_limit` where a reason may override it) with the rule's sentence when it may not, and
 * those of `buildNotice`.
 */
export async function writeForStep(tx: Queries, writing: Writing): Promise<BuiltNotice> {
  const { workspace, debtorId, stepId, memberId, now } = writing;
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const step = input?.facts.steps.find(({ id }) => id === stepId);
  if (!input || !step) throw notNow(`step ${stepId}`, 'the step was withdrawn');
  const may = maySend({ input, stepId, now });
  const never = may.verdict === 'changed' && may.rule === 'contact_rules';
  const refused = never || may.verdict === 'gone' || (may.verdict === 'wait' && !writing.mayWait);
  if (refused) throw notNow(`step ${stepId}`, may.why, may);
  const usable = writing.usable ?? usableUntil(input.today, workspace.calendar, workspace.settings);
  return buildNotice(tx, {
    workspace,
    input,
    step,
    chooseSigner: (present) => signerFor(present, input.facts.debtor, memberId) ?? memberId,
    asAt: input.today,
    deadlineOn: deadlineFor(input, step.stage, usable),
  });
}
