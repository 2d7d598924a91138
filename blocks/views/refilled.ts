import type { types, ViewOutput, ViewStateValue } from '@slack/bolt';
import type { Block } from '../Block.ts';

/**
 * A submitted view as a form again, filled with what was typed: Slack forgets the values once another view was shown in its
 * place.
 */
export function refilled(view: ViewOutput): types.ModalView {
  const { callback_id, title, close, submit, private_metadata } = view;
  return {
    type: 'modal',
    callback_id,
    title: { type: 'plain_text', text: title.text },
    submit: { type: 'plain_text', text: submit?.text ?? 'Save' },
    ...(close && { close: { type: 'plain_text', text: close.text } }),
    private_metadata,
    // what Slack shows is what blocks it knows
    blocks: (view.blocks as Block[]).map((block) => refill(block, view)),
  };
}

function refill(block: Block, view: ViewOutput): Block {
  if (block.type !== 'input' || !('action_id' in block.element)) return block;
  const state = view.state.values[block.block_id ?? '']?.[block.element.action_id ?? ''];
  return state ? { ...block, element: withValue(block.element, state) } : block;
}

/** The element with its initial value replaced by what was entered: emptied where it was emptied. */
function withValue(element: types.InputBlock['element'], state: ViewStateValue): types.InputBlock['element'] {
  const bare = Object.entries(element).filter(([key]) => !(key in initials(state)));
  const given = Object.entries(initials(state)).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return { ...Object.fromEntries(bare), ...Object.fromEntries(given) } as types.InputBlock['element'];
}

function initials(state: ViewStateValue) {
  return {
    initial_value: state.value,
    initial_option: state.selected_option,
    initial_options: state.selected_options?.length ? state.selected_options : undefined,
    initial_date: state.selected_date,
    initial_time: state.selected_time,
    initial_date_time: state.selected_date_time,
    initial_user: state.selected_user,
    initial_users: state.selected_users?.length ? state.selected_users : undefined,
    initial_conversation: state.selected_conversation,
    initial_channel: state.selected_channel,
  };
}
