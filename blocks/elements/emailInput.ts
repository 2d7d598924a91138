import type { types } from '@slack/bolt';
import { type ElementOptions, elementFields } from './element.ts';

interface EmailInputOptions extends ElementOptions {
  readonly initial?: string | undefined;
}

/** An e-mail address to type; only modals take it. Slack checks what is typed. */
export function emailInput({ initial, ...element }: EmailInputOptions): types.EmailInput {
  return { type: 'email_text_input', ...elementFields(element), ...(initial && { initial_value: initial }) };
}
