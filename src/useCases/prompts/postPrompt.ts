import { promptMessage } from '../../../blocks/prompts/promptMessage.ts';
import { newId } from '../../core/newId.ts';
import type { Tx } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { loadPromptView } from './loadPromptView.ts';
import { isListedOnly } from './promptKinds.ts';
import { morningListKey } from './refreshMorningList.ts';

interface PromptRef {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  readonly now: Date;
}

/** A prompt's message is one per member it was asked of: passing it on gives the next member a message of their own. */
export function promptKey(promptId: string, memberId: string): string {
  return `prompt:${promptId}:${memberId}`;
}

/** Posts the prompt in the thread of its member's morning list; shows it there again when it comes back to the member. */
export async function postPrompt(tx: Tx, ref: PromptRef): Promise<void> {
  const loaded = await loadPromptView(tx, ref);
  if (!loaded || isListedOnly(loaded.kind, loaded.stage)) return;
  const messageKey = promptKey(ref.promptId, loaded.member.id);
  const { text, blocks } = promptMessage(loaded.view);
  const posted = await enqueue(
    tx,
    {
      workspaceId: ref.workspace.id,
      key: `post:${messageKey}`,
      messageKey,
      payload: {
        kind: 'slack_post',
        channel: loaded.member.slackUserId,
        text,
        blocks,
        threadOf: morningListKey(loaded.member.id, todayOf(ref.workspace, ref.now)),
      },
    },
    ref.now,
  );
  if (!posted) await updatePromptMessage(tx, ref);
}

/** Shows the prompt as it stands now in the message of the member it is asked of. */
export async function updatePromptMessage(
  tx: Tx,
  ref: PromptRef & { readonly passedOnFrom?: string },
): Promise<void> {
  const loaded = await loadPromptView(tx, ref);
  if (!loaded || isListedOnly(loaded.kind, loaded.stage)) return;
  const messageKey = promptKey(ref.promptId, ref.passedOnFrom ?? loaded.member.id);
  const view = ref.passedOnFrom
    ? { ...loaded.view, state: 'passed_on' as const, outcome: `${loaded.member.name} has it now.` }
    : loaded.view;
  const { text, blocks } = promptMessage(view);
  await enqueue(
    tx,
    {
      workspaceId: ref.workspace.id,
      key: `update:${messageKey}:${newId()}`,
      messageKey,
      payload: { kind: 'slack_update', text, blocks },
    },
    ref.now,
  );
}
