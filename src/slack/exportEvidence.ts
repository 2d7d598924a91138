import { message } from '../../blocks/message.ts';
import { shareEvidence } from '../useCases/evidence/shareEvidence.ts';
import type { Asker } from './Asker.ts';
import type { Answer } from './handlers.ts';

/** Has the evidence pack of an account sent to the asker's direct messages, wherever it was asked for. */
export async function exportEvidence(
  {
    deps,
    workspace,
    member,
    now,
    answer,
  }: Pick<Asker, 'deps' | 'workspace' | 'member' | 'now'> & { answer: Answer },
  { debtorId, key }: { debtorId: string; key: string },
): Promise<void> {
  await shareEvidence(deps.db, { workspace, member, debtorId, key, now });
  deps.wake();
  await answer(message({ text: 'The evidence pack comes to your direct messages with Duly.' }));
}
