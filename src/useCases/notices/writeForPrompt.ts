import { isMessage } from '../../core/messageKinds.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { writeForStep } from './writeForStep.ts';
import { writeMessage } from './writeMessage.ts';

/** Writes what a prompt asks to be sent: the notice of its step, or the message beside the ladder that it is named for. Throws what those throw. */
export function writeForPrompt(
  tx: Queries,
  writing: {
    readonly workspace: WorkspaceContext;
    readonly prompt: Prompt;
    readonly memberId: string;
    readonly mayWait?: boolean;
    readonly now: Date;
  },
): Promise<BuiltNotice> {
  const { prompt, ...about } = writing;
  const { kind, debtorId, stepId } = prompt;
  const { promiseId } = prompt.details as { readonly promiseId?: string };
  return isMessage(kind)
    ? writeMessage(tx, { ...about, debtorId, kind, promiseId })
    : writeForStep(tx, { ...about, debtorId, stepId: stepId ?? '' });
}
