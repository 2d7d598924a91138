import { requireMay } from '../../core/permissions.ts';
import { recordAudit } from '../../db/audit.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member, Prompt } from '../../generated/prisma/client.ts';
import { decideHold } from '../holds/decideHold.ts';
import { decidePromised } from '../promises/decidePromised.ts';
import type { Replaced } from '../promises/replacePromises.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import { openPromptFor } from '../prompts/openPromptFor.ts';
import { decideVisit } from '../visits/decideVisit.ts';
import { decideWriteOff } from '../writeOffs/decideWriteOff.ts';
import { rememberReplaced } from './replacedOnAgreement.ts';
import { tellProposer } from './tellProposer.ts';

type Details = Readonly<Partial<Record<'promiseId' | 'planId' | 'holdId' | 'writeOffId' | 'stepId', string>>>;

/**
 * A manager agrees to a promise, a plan or a hold that needs it, and from now on it stops the clock from its first day and takes the place of what was
 * promised before, or to a write-off, and its invoices are not asked for any more; or does not, and it is over without having stopped anything. A visit is asked of the
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
    const decided = await keepDecision(tx, { ...options, prompt, details });
    if (!decided) {
      const outcome = `The ${what} is not open any more.`;
      await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome, now });
      return outcome;
    }
    const { promiseIds: replaced, stand } = decided;
    const refused = writeOffId
      ? 'nothing is written off'
      : `it stops nothing${stand ? ', and what was promised before stands' : ''}`;
    const outcome = agrees
      ? `${member.name} agreed to the ${what}${replaced.length > 0 ? ', which takes the place of what was promised before' : ''}.`
      : `${member.name} did not agree to the ${what}: ${refused}.`;
    await closePrompt(tx, { workspace, promptId, state: 'done', by: member.id, outcome, now });
    if (replaced.length > 0) await rememberReplaced(tx, { workspaceId: workspace.id, promptId, replaced });
    await recordAudit(tx, {
      workspaceId: workspace.id,
      at: now,
      actor: member.id,
      action: `${what.replace('-', '_')}_${agrees ? 'agreed' : 'not_agreed'}`,
      subjectKind: writeOffId ? 'activity' : what,
      subjectId: writeOffId ?? details.holdId ?? details.planId ?? details.promiseId ?? '',
      ...(replaced.length > 0 && { after: { replaced: [...replaced] } }),
    });
    await reviewSoon(tx, workspace.id, prompt.debtorId, now);
    const told = { subject: details, outcome, agrees, by: member };
    await tellProposer(tx, { workspace, debtorId: prompt.debtorId, ...told, now });
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

/** Keeps the decision on what still waits for it; undefined where there was nothing left to decide on. */
async function keepDecision(
  tx: Tx,
  decision: {
    workspace: WorkspaceContext;
    member: Member;
    prompt: Prompt;
    details: Details;
    agrees: boolean;
    now: Date;
  },
): Promise<Replaced | undefined> {
  const { member, prompt, details, ...answer } = decision;
  const { writeOffId, holdId } = details;
  if (!writeOffId && !holdId) return decidePromised(tx, { ...answer, ...details });
  const isDecided = holdId
    ? await decideHold(tx, { ...answer, holdId })
    : (await decideWriteOff(tx, {
        ...answer,
        member,
        debtorId: prompt.debtorId,
        activityId: writeOffId ?? '',
      })) > 0;
  return isDecided ? { promiseIds: [], stand: false } : undefined;
}
