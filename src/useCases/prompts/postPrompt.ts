import { promptMessage } from '../../../blocks/prompts/promptMessage.ts';
import { isoDay } from '../../core/day.ts';
import { newId } from '../../core/newId.ts';
import { dayIn } from '../../core/zone.ts';
import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { type LoadedPrompt, loadPromptView } from './loadPromptView.ts';
import { pings } from './promptKinds.ts';
import { morningListKey } from './refreshMorningList.ts';
import { rememberOnPrompt } from './rememberOnPrompt.ts';

interface PromptRef {
  readonly workspace: WorkspaceContext;
  readonly promptId: string;
  /** its row as it is, where the caller has it */
  readonly prompt?: Prompt;
  readonly now: Date;
}

/** A prompt has a message for each time that it was listed: on another morning, or with another member. */
export function promptKey(promptId: string, listing: number): string {
  return `prompt:${promptId}:${listing}`;
}

/** Posts the prompt in the thread of its member's list of today; what cannot wait stands by itself, where it pings. */
export async function postPrompt(tx: Tx, ref: PromptRef): Promise<void> {
  const loaded = await loadPromptView(tx, ref);
  if (loaded) await post(tx, ref, loaded);
}

async function post(tx: Tx, ref: PromptRef, loaded: LoadedPrompt): Promise<void> {
  const messageKey = promptKey(ref.promptId, loaded.listing);
  await enqueue(
    tx,
    {
      workspaceId: ref.workspace.id,
      key: `post:${messageKey}`,
      messageKey,
      payload: {
        kind: 'slack_post',
        channel: loaded.member.slackUserId,
        ...promptMessage(loaded.view),
        ...(pings(loaded.kind) ? {} : { threadOf: morningListKey(loaded.member, ref.now) }),
      },
    },
    ref.now,
  );
}

/** Shows the prompt as it stands now, in the message of its latest listing. */
export async function updatePromptMessage(tx: Tx, ref: PromptRef): Promise<void> {
  const loaded = await loadPromptView(tx, ref);
  if (loaded) await update(tx, ref, loaded, loaded.view);
}

/**
 * Lists the prompt anew, with its present member and on today's list: the old message says where it went, and a new one is
 * posted, or, where it comes `later`, is posted when it is listed again. Call it after the prompt's row was changed, with the sentence for the old message.
 */
export async function relistPrompt(
  tx: Tx,
  ref: PromptRef & { readonly went: string; readonly later?: boolean },
): Promise<void> {
  const { workspace, promptId, now } = ref;
  const remember = (details: { listedOn: string; listing?: number }) =>
    rememberOnPrompt(tx, { workspaceId: workspace.id, promptId, details });
  const loaded = await loadPromptView(tx, ref);
  const listedOn = isoDay(dayIn(loaded?.member.zone ?? workspace.zone, now));
  if (!loaded) return remember({ listedOn });
  await update(tx, ref, loaded, { ...loaded.view, state: 'passed_on', outcome: ref.went });
  const listing = loaded.listing + 1;
  await remember({ listedOn, listing });
  if (!ref.later) await post(tx, ref, { ...loaded, listing });
}

async function update(
  tx: Tx,
  ref: PromptRef,
  loaded: LoadedPrompt,
  view: LoadedPrompt['view'],
): Promise<void> {
  const messageKey = promptKey(ref.promptId, loaded.listing);
  await enqueue(
    tx,
    {
      workspaceId: ref.workspace.id,
      key: `update:${messageKey}:${newId()}`,
      messageKey,
      payload: { kind: 'slack_update', ...promptMessage(view) },
    },
    ref.now,
  );
}
