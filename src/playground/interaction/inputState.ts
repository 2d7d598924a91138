import { isObject, type JsonObject } from '../json.ts';
import type { StateValues } from '../state/model.ts';
import { elementsOf } from './elementsOf.ts';

interface StateField {
  /** The field of `state.values` that holds the value. */
  field: string;
  /** The field of the element that fills it in beforehand. */
  initial: string;
  many: boolean;
}

const one = (field: string, initial: string): StateField => ({ field, initial, many: false });
const several = (field: string, initial: string): StateField => ({ field, initial, many: true });

/** Elements that keep a value, and where the value stands. Source: Slack, view payload reference. */
const STATE_FIELDS: Record<string, StateField> = {
  plain_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  radio_buttons: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  checkboxes: several('selected_options', 'initial_options'),
  multi_static_select: several('selected_options', 'initial_options'),
  multi_external_select: several('selected_options', 'initial_options'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
  file_input: several('files', 'initial_files'),
};

export function stateFieldOf(elementType: unknown): StateField | undefined {
  return STATE_FIELDS[String(elementType)];
}

/** The value of an element nobody has touched. `channel` serves `default_to_current_conversation`. */
function initialState(element: JsonObject, channel?: string): JsonObject | undefined {
  const place = stateFieldOf(element.type);
  if (!place) return undefined;
  const current = element.default_to_current_conversation === true ? channel : undefined;
  const value = element[place.initial] ?? current ?? (place.many ? [] : null);
  const timezone = typeof element.timezone === 'string' ? { timezone: element.timezone } : {};
  return { type: element.type, [place.field]: value, ...timezone };
}

/**
 * `state.values` of these blocks. What stood in `before` survives where block_id, action_id and type are
 * the same, whatever the new blocks would fill in.
 */
export function stateValues(
  blocks: readonly JsonObject[],
  before: StateValues,
  channel?: string,
): StateValues {
  const values: StateValues = {};
  for (const { block, element } of elementsOf(blocks)) {
    const initial = initialState(element, channel);
    if (!initial) continue;
    const blockId = String(block.block_id);
    const actionId = String(element.action_id);
    const kept = before[blockId]?.[actionId];
    values[blockId] = {
      ...values[blockId],
      [actionId]: isObject(kept) && kept.type === element.type ? kept : initial,
    };
  }
  return values;
}
