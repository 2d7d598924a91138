import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface MultiMemberSelectOptions extends ElementOptions {
  /** Slack ids of members. */
  readonly initial?: readonly string[];
}

/** Members of the workspace to choose. */
export function multiMemberSelect(options: MultiMemberSelectOptions): types.MultiUsersSelect {
  const { initial = [], ...element } = options;
  return {
    type: 'multi_users_select',
    ...elementFields(element),
    ...(initial.length > 0 && { initial_users: [...initial] }),
  };
}
