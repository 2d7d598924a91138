import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Conversation } from '../state/model.ts';

/** A conversation object in Slack's form. */
export function renderConversation(slack: LocalSlack, conversation: Conversation): JsonObject {
  const { identity } = slack;
  const base = {
    id: conversation.id,
    created: conversation.created,
    is_archived: conversation.isArchived,
    is_im: conversation.kind === 'im',
    is_org_shared: false,
    context_team_id: identity.team.id,
    updated: conversation.created * 1000,
  };
  if (conversation.kind === 'im') {
    const user = slack.conversations.otherEnd(conversation);
    return { ...base, user, is_user_deleted: false, is_open: true, priority: 0 };
  }
  const isPrivate = conversation.kind === 'private';
  return {
    ...base,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: true,
    is_group: false,
    is_mpim: false,
    is_private: isPrivate,
    is_general: conversation.name === 'general',
    is_shared: conversation.isExtShared,
    is_ext_shared: conversation.isExtShared,
    is_pending_ext_shared: false,
    pending_shared: [],
    shared_team_ids: [identity.team.id],
    is_member: conversation.members.has(identity.botUserId),
    creator: [...conversation.members][0] ?? identity.botUserId,
    unlinked: 0,
    topic: { value: conversation.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    num_members: conversation.members.size,
  };
}
