import { isObject, type JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { View } from '../state/model.ts';

/** `response_urls` of a submission: one for each conversation picked where the input asks for it. */
export function responseUrlsOf(slack: LocalSlack, view: View): JsonObject[] {
  return view.blocks.flatMap((block) => {
    const { element } = block;
    if (!isObject(element) || element.response_url_enabled !== true) return [];
    const actionId = String(element.action_id);
    const state = view.values[block.block_id]?.[actionId];
    const channel = state?.selected_conversation ?? state?.selected_channel;
    if (typeof channel !== 'string') return [];
    const path = slack.responseUrls.issue({ channel, user: view.user }, slack.clock.now());
    return [
      {
        response_url: `${slack.url}${path}`,
        channel_id: channel,
        block_id: block.block_id,
        action_id: actionId,
      },
    ];
  });
}
