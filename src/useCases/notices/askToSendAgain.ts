import { maySend } from '../../core/maySend.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Notice } from '../../generated/prisma/client.ts';
import { askAgain } from './askAgain.ts';
import { loadSituation } from './loadSituation.ts';

/**
 * The notice of a step did not go out: the owner is asked to send it, or to ask for its approval, again; `why` (a sentence) says what happened. Nobody is
 * asked where nothing is left that it could be about: the clause that is returned then says why.
 */
export async function askToSendAgain(
  tx: Tx,
  options: {
    readonly workspace: WorkspaceContext;
    readonly notice: Notice;
    readonly stepId: string;
    readonly approved: boolean;
    readonly why: string;
    readonly occasion?: string | undefined;
    readonly now: Date;
  },
): Promise<string | undefined> {
  const { workspace, notice, stepId, approved, why, occasion, now } = options;
  const { id: noticeId, debtorId, kind: stage } = notice;
  const input = await loadSituation(tx, { workspace, debtorId, now });
  const may = input && maySend({ input, stepId, now });
  if (may?.verdict === 'gone') return may.why;
  const kind = approved ? 'last_call' : 'notice';
  const key = [kind, noticeId, occasion].filter(Boolean).join(':');
  await askAgain(tx, { workspace, debtorId, noticeId, key, stage, stepId, kind, asks: 'owner', why, now });
  return undefined;
}
