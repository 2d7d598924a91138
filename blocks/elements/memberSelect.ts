import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface MemberSelectOptions extends ElementOptions {
  /** A member's Slack id. */
  readonly initial?: string | undefined;
}

/** A member of the workspace to choose. */
export function memberSelect({ initial, ...element }: MemberSelectOptions): types.UsersSelect {
  return { type: 'users_select', ...elementFields(element), ...(initial && { initial_user: initial }) };
}
