import type { types } from '@slack/bolt';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';

/** A policy as one text, to copy or to change. `text` has to fit the field: 3,000 characters. */
export function policyTextModal({ text, metadata }: { text: string; metadata: string }): types.ModalView {
  return modal({
    callbackId: 'policy_text',
    title: 'The policy as text',
    submit: 'Keep as draft',
    close: 'Cancel',
    metadata,
    blocks: [
      input({
        blockId: 'text',
        label: 'YAML',
        hint: 'Copy it to keep it. Changed, or with one that you kept in its place, it becomes the draft; what is not written is as usual.',
        element: textInput({ actionId: 'text', initial: text, multiline: true, maxLength: 3000 }),
      }),
    ],
  });
}
