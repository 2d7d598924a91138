import { dateOfDay } from '../../core/day.ts';
import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { decideVisit } from '../visits/decideVisit.ts';
import { decideWriteOff } from '../writeOffs/decideWriteOff.ts';
import { tellProposer } from './tellProposer.ts';

type Details = Readonly<Partial<Record<'promiseId' | 'planId' | 'holdId' | 'writeOffId' | 'stepId', string>>>;

/**
 * A manager agrees to a promise, a plan or a hold that needs it, and from now on it stops the clock from its first day, or to a write-off, and its invoices
 * are not asked for any more; or does not, and it stays on record without stopping anything. A visit is asked of the
 * owner once it is agreed to. Whoever recorded it is told. Returns a sentence. Throws DulyError `not_allowed`,
 * `prompt_not_found`, `prompt_closed`.
 */
export async function decideAgreement(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; promptId: string; agrees: boolean; now: Date },
): Promise<string> {
  const { workspace, member, promptId, agrees, now } = options;
  requireMay(member, 'agree');
  return db.transaction(async (tx) => {
    const prompt = await openPromptFor(tx, workspace, promptId, ['agree']);
    const details = prompt.details as Details;
    if (details.stepId) return decideVisit(tx, { ...options, prompt, stepId: details.stepId });
    const what = whatOf(details);
    const { writeOffId } = details;
    const open = writeOffId
      ? (await decideWriteOff(tx, {
          ...{ workspace, member, debtorId: prompt.debtorId, activityId: writeOffId, agrees, now },
        })) > 0
      : await keepDecision(tx, { workspace, details, agrees, now });
    if (!open) {
      const outcome = `The ${what} is not open any more.`;
      await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
      return outcome;
    }
    const outcome = agrees
      ? `${member.name} agreed to the ${what}.`
      : `${member.name} did not agree to the ${what}: ${writeOffId ? 'nothing is written off' : 'it stops nothing'}.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: `${what.replace('-', '_')}_${agrees ? 'agreed' : 'not_agreed'}`,
      subjectKind: writeOffId ? 'activity' : what,
      subjectId: writeOffId ?? details.holdId ?? details.planId ?? details.promiseId ?? '',
    });
    await reviewSoon(tx, workspace.id, prompt.debtorId, now);
    const decided = { subject: details, outcome, agrees, by: member };
    await tellProposer(tx, { workspace, debtorId: prompt.debtorId, ...decided, now });
    if (writeOffId)
      return agrees
        ? 'Agreed. It is not asked for any more; the ledger has to write it off.'
        : 'Not agreed. Nothing is written off.';
    return agrees
      ? `Agreed. The ${what} stops the clock from its first day.`
      : `Not agreed. The clock goes on.`;
  });
}

function whatOf({ writeOffId, holdId, planId }: Details): string {
  if (writeOffId) return 'write-off';
  if (holdId) return 'hold';
  return planId ? 'plan' : 'promise';
}

/** Keeps the decision on what still waits for it; whether there was anything left to decide on. */
async function keepDecision(
  tx: Tx,
  decision: { workspace: WorkspaceContext; details: Details; agrees: boolean; now: Date },
): Promise<boolean> {
  const { workspace, details, agrees, now } = decision;
  const { promiseId, planId, holdId } = details;
  const waits = { workspaceId: workspace.id, agreed: false };
  if (holdId) {
    const where = { ...waits, id: holdId, endedOn: null };
    return (await tx.prisma.hold.updateMany({ where, data: { agreed: agrees } })).count > 0;
  }
  const where = { ...waits, ...(planId ? { planId } : { id: promiseId ?? '' }), state: 'open' };
  const agreedOn = agrees ? dateOfDay(todayOf(workspace, now)) : null;
  return (await tx.prisma.promise.updateMany({ where, data: { agreed: agrees, agreedOn } })).count > 0;
}
