import type { types } from '@slack/bolt';
import { multiSelect } from '../elements/multiSelect.ts';
import type { Choice } from '../elements/option.ts';
import { input } from '../input.ts';
import { type AgreementFrame, agreementModal } from './agreementModal.ts';
import { noteInput } from './noteInput.ts';

export const RESUME_TITLE = 'Resume';

/** Which pauses end now; all of them unless told. */
export function resumeModal(
  form: AgreementFrame & { readonly holds: readonly Choice[]; readonly notes?: string | undefined },
): types.ModalView {
  const { holds, notes } = form;
  return agreementModal(form, {
    callbackId: 'resume',
    title: RESUME_TITLE,
    submit: 'Resume',
    blocks: [
      input({
        blockId: 'holds',
        label: 'What ends?',
        hint: 'The clock runs again from today.',
        element: multiSelect({ actionId: 'holds', choices: holds, initial: holds.map(({ value }) => value) }),
      }),
      noteInput(notes),
    ],
  });
}
