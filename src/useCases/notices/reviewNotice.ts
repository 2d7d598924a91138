import { approvalChanges } from '../../core/approvalChanges.ts';
import { DulyError } from '../../core/DulyError.ts';
import { dayOfDate } from '../../core/day.ts';
import type { DecisionInput } from '../../core/decision.ts';
import { groupStatement } from '../../core/groupStatement.ts';
import { type MaySend, maySend } from '../../core/maySend.ts';
import { mayWrite } from '../../core/mayWrite.ts';
import { isMessage } from '../../core/messageKinds.ts';
import type { Queries } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { statementAccounts, statementInputs } from '../groups/statementInputs.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { buildMessage } from './buildMessage.ts';
import { buildNotice } from './buildNotice.ts';
import { buildStatement } from './buildStatement.ts';
import { type BuiltTask, buildTask, isTask } from './buildTask.ts';
import { loadSituation, type Situation } from './loadSituation.ts';
import { planOf, readFigures, shownOf } from './NoticeFigures.ts';
import { noticeAccounts } from './noticeAccounts.ts';
import type { ChooseSigner } from './signerFor.ts';
import { signerNow } from './signerNow.ts';

export type NoticeReview =
  | { readonly verdict: 'send'; readonly built: BuiltNotice | BuiltTask }
  | Exclude<MaySend, { verdict: 'send' }>;

/**
 * Holds a stored notice against the facts as they stand now: is it still to be sent, word for word? It is written anew as at
 * its own day and compared, so that a day passing changes nothing and everything else shows, a signer who has left too.
 */
export async function reviewNotice(
  tx: Queries,
  options: { workspace: WorkspaceContext; notice: Notice; now: Date },
): Promise<NoticeReview> {
  const { workspace, notice, now } = options;
  if (noticeAccounts(notice).length > 1) return reviewStatement(tx, options);
  const input = await loadSituation(tx, {
    workspace,
    debtorId: notice.debtorId,
    noticeId: notice.id,
    now,
  });
  if (!input) return { verdict: 'gone', rule: 'withdrawn', why: 'the account is gone' };
  const may = mayGo(notice, input, now);
  if (may.verdict === 'gone' || may.verdict === 'changed') return may;
  return compared(await buildAgain(tx, options, input), may, options);
}

/** The same for the statement of a group: every account in it has to be allowed to stand there, and nothing in it may have changed. */
async function reviewStatement(
  tx: Queries,
  options: { workspace: WorkspaceContext; notice: Notice; now: Date },
): Promise<NoticeReview> {
  const { workspace, notice, now } = options;
  const debtorIds = noticeAccounts(notice);
  const asking = { workspace, debtorIds, noticeId: notice.id, now };
  const inputs = await statementInputs(tx, asking);
  const { waiting, leftOut, apart } = groupStatement(inputs, { writtenAt: notice.createdAt, now });
  const [held] = [...leftOut, ...waiting];
  if (held) {
    const { name } = await debtorOf(tx, workspace.id, held.input.facts.debtor.id);
    return { ...held.may, why: `${name}: ${held.may.why}` };
  }
  const [refusing] = apart;
  if (refusing) {
    const { name } = await debtorOf(tx, workspace.id, refusing.facts.debtor.id);
    return {
      verdict: 'changed',
      rule: 'no_recipient',
      why: `${name}: whom it is addressed to is not to be written to`,
    };
  }
  const [first, ...others] = inputs;
  if (!first || inputs.length < debtorIds.length)
    return { verdict: 'gone', rule: 'withdrawn', why: 'one of its accounts is gone' };
  const together = await statementAccounts(tx, workspace.id, first.facts.debtor.id);
  if (debtorIds.some((id) => !together.includes(id)))
    return { verdict: 'changed', rule: 'group', why: 'its accounts are not of one group any more' };
  const signed = readFigures(notice).signerId;
  const order = {
    workspace,
    inputs: [first, ...others] as const,
    chooseSigner: ((present) => signerNow(present, first.facts.debtor, signed)) satisfies ChooseSigner,
    asAt: dayOfDate(notice.asAt),
  };
  try {
    return compared(await buildStatement(tx, order), { verdict: 'send' }, options);
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    return { verdict: 'changed', rule: error.code, why: withoutStop(error.userMessage) };
  }
}

function compared(
  built: Awaited<ReturnType<typeof buildAgain>>,
  may: MaySend,
  { workspace, notice }: { workspace: WorkspaceContext; notice: Notice },
): NoticeReview {
  if (!('hash' in built)) return built;
  if (built.hash !== notice.hash) {
    const changes = approvalChanges(shownOf(notice), built.shown, workspace.locale);
    const why = withoutStop([...newSigner(notice, built), ...changes].join(' '));
    return { verdict: 'changed', rule: 'figures', why };
  }
  return may.verdict === 'send' ? { verdict: 'send', built } : may;
}

function mayGo(notice: Notice, input: DecisionInput, now: Date): MaySend {
  const { kind, stepId, createdAt: writtenAt } = notice;
  if (stepId) return maySend({ input, stepId, writtenAt, now });
  if (isMessage(kind)) {
    const { promiseId } = readFigures(notice);
    return mayWrite({ input, kind, promiseId, writtenAt, now });
  }
  return { verdict: 'gone', rule: 'withdrawn', why: 'the step was withdrawn' };
}

async function buildAgain(
  tx: Queries,
  { workspace, notice }: { workspace: WorkspaceContext; notice: Notice },
  input: Situation,
): Promise<BuiltNotice | BuiltTask | Exclude<MaySend, { verdict: 'send' }>> {
  const { kind } = notice;
  const step = input.facts.steps.find(({ id }) => id === notice.stepId);
  try {
    const figures = readFigures(notice);
    const { signerId: askerId, promiseId, remedy } = figures;
    const plan = planOf(figures);
    const asAt = dayOfDate(notice.asAt);
    if (step && plan) return buildTask({ workspace, input, step, plan, askerId });
    const chooseSigner: ChooseSigner = (present) => signerNow(present, input.facts.debtor, askerId);
    if (!notice.stepId && isMessage(kind))
      return await buildMessage(tx, { workspace, input, kind, promiseId, remedy, chooseSigner, asAt });
    if (!step) return { verdict: 'gone', rule: 'withdrawn', why: 'the step was withdrawn' };
    return await buildNotice(tx, {
      workspace,
      input,
      step,
      chooseSigner,
      asAt,
      deadlineOn: notice.deadlineOn ? dayOfDate(notice.deadlineOn) : undefined,
    });
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    return { verdict: 'changed', rule: error.code, why: withoutStop(error.userMessage) };
  }
}

function newSigner(notice: Notice, built: BuiltNotice | BuiltTask): string[] {
  if (isTask(built) || built.figures.signerId === readFigures(notice).signerId) return [];
  return [`Whoever signed it has left: it is ${built.data.signedBy.name} who signs now.`];
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
