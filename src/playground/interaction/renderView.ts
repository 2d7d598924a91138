import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { View } from '../state/model.ts';

/** A view in Slack's form; without state where Slack leaves the inputs' values out. */
export function renderView(slack: LocalSlack, view: View, withState = true): JsonObject {
  const { identity } = slack;
  const { content } = view;
  return {
    id: view.id,
    team_id: identity.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values: withState ? view.values : {} },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: identity.appId,
    external_id: content.external_id ?? '',
    app_installed_team_id: identity.team.id,
    bot_id: identity.botId,
  };
}
