import type { types, ViewOutput } from '@slack/bolt';

type State = ViewOutput['state']['values'][string][string];
type Filled = { readonly element: types.InputBlock['element'] };

/**
 * A submitted view as a form again, filled with what was typed: Slack forgets the values once another view was shown. Only
 * the submit button is left to the caller, so that the same serves while it is being saved.
 */
export function refilled(view: ViewOutput, submit?: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: view.callback_id,
    title: view.title,
    ...(view.close && { close: view.close }),
    ...(submit !== undefined && { submit: { type: 'plain_text', text: submit } }),
    private_metadata: view.private_metadata,
    blocks: view.blocks.map((block) => refill(block, view)),
  };
}

function refill(block: types.KnownBlock, view: ViewOutput): types.KnownBlock {
  if (block.type !== 'input' || !('action_id' in block.element)) return block;
  const state = view.state.values[block.block_id ?? '']?.[block.element.action_id ?? ''];
  return state ? { ...block, element: withValue(block.element, state) } : block;
}

const initials = [
  'initial_value',
  'initial_option',
  'initial_options',
  'initial_date',
  'initial_time',
  'initial_date_time',
  'initial_user',
  'initial_users',
  'initial_conversation',
  'initial_channel',
] as const;

function withValue(element: Filled['element'], state: State): Filled['element'] {
  const bare = Object.fromEntries(
    Object.entries(element).filter(([key]) => !initials.some((name) => name === key)),
  );
  const values = {
    initial_value: state.value,
    initial_option: state.selected_option,
    initial_options: state.selected_options?.length ? state.selected_options : undefined,
    initial_date: state.selected_date,
    initial_time: state.selected_time,
    initial_date_time: 'selected_date_time' in state ? state.selected_date_time : undefined,
    initial_user: state.selected_user,
    initial_users: state.selected_users?.length ? state.selected_users : undefined,
    initial_conversation: state.selected_conversation,
    initial_channel: state.selected_channel,
  };
  const given = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return { ...bare, ...Object.fromEntries(given) } as Filled['element'];
}
