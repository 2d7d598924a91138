import { requireMay } from '../../core/permissions.ts';
import type { Db, Tx } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { overrideSpacing } from '../limits/overrideSpacing.ts';
import type { OverrideGiven } from '../limits/recordOverride.ts';
import { judgeDebtorPromises } from '../promises/judgeDebtorPromises.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { StaleLists } from '../prompts/refreshMorningList.ts';
import { rememberOnPrompt } from '../prompts/rememberOnPrompt.ts';
import { claimPrompt } from './claimPrompt.ts';
import { queueNotice } from './queueNotice.ts';
import { withdrawGone } from './withdrawGone.ts';
import { writeForPrompt } from './writeForPrompt.ts';

export interface ReminderSending {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  readonly member: Pick<Member, 'id' | 'role' | 'name'>;
  /** collects whose list is left to be drawn by the caller; default: it is drawn here */
  readonly stale?: StaleLists;
  /** lets it go in spite of the house's distance between messages, where that alone holds it back */
  readonly override?: OverrideGiven | undefined;
  readonly now: Date;
}

export interface ReminderSent {
  /** false: it was answered before, and nothing more was done */
  readonly queued: boolean;
  /** a sentence for the person who clicked */
  readonly said: string;
}

/** Kinds of prompt that one click answers by sending. */
export const SENDABLE = ['reminder', 'notice', 'terms_reminder', 'promise_reminder'];

/**
 * Sends what a prompt asks to be sent: checked by every rule at the click, queued with the check at the moment of sending.
 * However often it is clicked, one mail goes out; where nothing is left to send the question ends (`withdrawGone`). Throws DulyError `not_allowed`, `prompt_not_found`, `not_now`,
 * `house_limit`, `no_recipient`, each with its sentence.
 */
export async function sendReminder(db: Db, sending: ReminderSending): Promise<ReminderSent> {
  const { workspace, promptId, member, stale, now } = sending;
  requireMay(member, 'send_reminder');
  return withdrawGone(db, { workspace, promptId, stale, now }, () =>
    db.transaction((tx) => send(tx, sending)),
  );
}

async function send(tx: Tx, sending: ReminderSending): Promise<ReminderSent> {
  const { workspace, promptId, member, stale, override, now } = sending;
  const prompt = await claimPrompt(tx, { workspace, promptId, kinds: SENDABLE });
  const { stepId, debtorId, state, outcome } = prompt;
  if (state !== 'open') return { queued: false, said: outcome ?? 'This was done already.' };
  if (override) await overrideSpacing(tx, { ...override, workspace, prompt, memberId: member.id, now });
  // money may have come that no review has counted yet
  if (prompt.kind === 'promise_reminder') {
    const facts = (await loadDebtorFacts(tx, workspace, [debtorId], now)).get(debtorId);
    if (facts) await judgeDebtorPromises(tx, { workspace, debtorId, facts, now });
  }
  const built = await writeForPrompt(tx, { workspace, prompt, memberId: member.id, now });
  const step = built.input.facts.steps.find(({ id }) => id === stepId);
  if (step?.state === 'failed')
    await tx.prisma.stageStep.updateMany({
      where: { id: step.id, workspaceId: workspace.id, state: 'failed' },
      data: { state: 'pending' },
    });
  const notice = await queueNotice(tx, {
    workspaceId: workspace.id,
    debtorId,
    stepId,
    built,
    actor: member.id,
    now,
  });
  const said = `On its way to ${built.recipient.email}.`;
  const by = member.id;
  await closePrompt(tx, { workspace, promptId, prompt, state: 'done', by, outcome: said, stale, now });
  if (!stepId) {
    const details = { noticeId: notice.id };
    await rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details });
  }
  return { queued: true, said };
}
