import { DulyError } from '../../core/DulyError.ts';
import { type MaySend, maySend } from '../../core/maySend.ts';
import type { Db, Tx } from '../../db/client.ts';
import { reviewSoon } from '../../db/debtors.ts';
import { promptWithDebtorLocked } from '../../db/prompts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { withdrawStep } from '../cases/withdrawStep.ts';
import { closePrompt } from '../prompts/closePrompt.ts';
import type { StaleLists } from '../prompts/refreshMorningList.ts';
import { loadSituation } from './loadSituation.ts';

interface Answering {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  readonly stale?: StaleLists | undefined;
  readonly now: Date;
}

/**
 * Does what a button of a prompt stands for. Where that is refused because nothing is left to send, the step is withdrawn and the question ends:
 * nobody is asked what cannot be answered. The refusal is thrown on.
 */
export async function withdrawGone<T>(db: Db, answering: Answering, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    // what it had begun is undone by now: the facts are asked again, under the lock
    if (error instanceof DulyError && error.code === 'not_now')
      await db.transaction((tx) => withdraw(tx, answering));
    throw error;
  }
}

async function withdraw(tx: Tx, { workspace, promptId, stale, now }: Answering): Promise<void> {
  const prompt = await promptWithDebtorLocked(tx, workspace.id, promptId);
  if (!prompt?.stepId || prompt.state !== 'open') return;
  const { debtorId, stepId } = prompt;
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const may: MaySend | undefined = input && maySend({ input, stepId, now });
  if (!input || may?.verdict !== 'gone') return;
  const why = `${may.why.charAt(0).toUpperCase()}${may.why.slice(1)}: nothing to do.`;
  const step = input.facts.steps.find(({ id }) => id === stepId);
  if (step) await withdrawStep(tx, { workspace, facts: input.facts, step, why, stale, now });
  await closePrompt(tx, { workspace, promptId, state: 'overtaken', outcome: why, stale, now });
  await reviewSoon(tx, workspace.id, debtorId, now);
}
