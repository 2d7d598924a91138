import type { webApi } from '@slack/bolt';
import { message } from '../../blocks/message.ts';

/** Says something to one person where they are looking; nobody else sees it. */
export async function privateNote(
  client: webApi.WebClient,
  to: { readonly channel: string; readonly user: string },
  sentence: string,
): Promise<void> {
  await client.chat.postEphemeral({ ...to, ...message({ text: sentence }) });
}
