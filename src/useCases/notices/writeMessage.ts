import { mayWrite } from '../../core/mayWrite.ts';
import type { MessageKind } from '../../core/messageKinds.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { buildMessage } from './buildMessage.ts';
import { loadSituation } from './loadSituation.ts';
import { notNow } from './notNow.ts';
import { type ChooseSigner, signerFor } from './signerFor.ts';

export interface MessageWriting {
  readonly workspace: WorkspaceContext;
  readonly debtorId: string;
  readonly kind: MessageKind;
  /** which promise a courtesy reminder or a confirmation is of; of a plan that is confirmed, any instalment */
  readonly promiseId?: string | undefined;
  /** which remedy a notice after a wish to cease contact names */
  readonly remedy?: string | undefined;
  /** signs unless the debtor has an owner or deputy who is still there */
  readonly memberId: string;
  /** rules that are not asked yet, because it is not to be sent at once */
  readonly mayWait?: boolean;
  readonly now: Date;
}

/**
 * Writes a message beside the ladder as it would go out now. Throws DulyError `not_now` with the rule's sentence when it may not, and
 * those of `buildMessage`.
 */
export async function writeMessage(tx: Queries, writing: MessageWriting): Promise<BuiltNotice> {
  const { workspace, debtorId, kind, promiseId, remedy, memberId, now } = writing;
  const input = await loadSituation(tx, { workspace, debtorId, now });
  if (!input) throw notNow(debtorId, 'the account is gone');
  const may = mayWrite({ input, kind, promiseId, now });
  if (may.verdict !== 'send' && !(may.verdict === 'wait' && writing.mayWait)) throw notNow(debtorId, may.why);
  const chooseSigner: ChooseSigner = (present) =>
    signerFor(present, input.facts.debtor, memberId) ?? memberId;
  return buildMessage(tx, { workspace, input, kind, promiseId, remedy, chooseSigner, asAt: input.today });
}
