import type { ViewOutput, ViewStateValue } from '@slack/bolt';

/** What was entered in a form, field by field: block id and action id are read as one, whichever action id stands in the block. */
export function stateOf(view: ViewOutput) {
  const value = (blockId: string): ViewStateValue | undefined =>
    Object.values(view.state.values[blockId] ?? {})[0];
  return {
    /** text, email or number; trimmed, empty where nothing was entered */
    text: (blockId: string): string => value(blockId)?.value?.trim() ?? '',
    /** the value of the option chosen */
    choice: (blockId: string): string => value(blockId)?.selected_option?.value ?? '',
    time: (blockId: string): string => value(blockId)?.selected_time ?? '',
    day: (blockId: string): string => value(blockId)?.selected_date ?? '',
    channel: (blockId: string): string => value(blockId)?.selected_conversation ?? '',
    /** the values of the options chosen */
    choices: (blockId: string): readonly string[] =>
      (value(blockId)?.selected_options ?? []).flatMap((option) => option.value ?? []),
    instant: (blockId: string): Date | undefined => {
      const seconds = value(blockId)?.selected_date_time;
      return seconds ? new Date(seconds * 1000) : undefined;
    },
    member: (blockId: string): string => value(blockId)?.selected_user ?? '',
    members: (blockId: string): readonly string[] => value(blockId)?.selected_users ?? [],
  };
}
