import type { types } from '@slack/bolt';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';
import { limits } from '../limits.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const CREDITOR_TITLE = 'Whose file is it?';

const MORE =
  'The first hundred by name. Files of the others are imported on the command line, with --creditor NAME.';

export interface CreditorForm {
  readonly metadata: string;
  readonly fileName: string;
  readonly creditors: readonly { readonly id: string; readonly name: string }[];
}

/** Asks for which of several creditors a file is. */
export function creditorModal({ metadata, fileName, creditors }: CreditorForm): types.ModalView {
  return modal({
    callbackId: 'import_creditor',
    title: CREDITOR_TITLE,
    submit: 'Preview',
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`You collect for several creditors, and *${fileName}* does not say for which it is.`),
      input({
        blockId: 'creditor',
        label: 'Creditor',
        ...(creditors.length > limits.select.options && { hint: MORE }),
        element: select({
          actionId: 'creditor',
          choices: creditors.map(({ id, name }) => ({ value: id, text: name })),
          placeholder: 'To whom the money is owed',
        }),
      }),
    ],
  });
}
