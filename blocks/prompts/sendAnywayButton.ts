import type { types } from '@slack/bolt';
import { button } from '../button.ts';

/** Offered where a house limit alone holds a reminder back: it asks for the reason first. */
export function sendAnywayButton(about: {
  readonly promptId: string;
  readonly debtorName?: string | undefined;
}): types.Button {
  const text = 'Send anyway';
  return button({
    text,
    actionId: `prompt_send_anyway:${about.promptId}`,
    value: about.promptId,
    label: about.debtorName === undefined ? text : `${text}: ${about.debtorName}`,
  });
}
