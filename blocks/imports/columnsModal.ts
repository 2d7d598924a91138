import type { types } from '@slack/bolt';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const COLUMNS_TITLE = 'What the columns hold';

export interface ColumnsForm {
  readonly metadata: string;
  readonly fileName: string;
  readonly columns: readonly string[];
  /** what is asked for, and the column that it probably is */
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly guess: string | undefined;
  }[];
}

/** Asks which column of a file holds what, with what could be guessed filled in. */
export function columnsModal({ metadata, fileName, columns, fields }: ColumnsForm): types.ModalView {
  const choices = columns.map((column) => ({ text: column, value: column }));
  return modal({
    callbackId: 'import_columns',
    title: COLUMNS_TITLE,
    submit: 'Preview',
    close: 'Cancel',
    metadata,
    blocks: [
      section(
        mrkdwn`Duly does not know the columns of *${fileName}*. It needs the invoice number, the customer’s name or account, the due or the invoice date, and the amount or what is open.`,
      ),
      ...fields.map(({ field, label, guess }) =>
        input({
          blockId: `column_${field}`,
          label,
          optional: true,
          element: select({ actionId: 'column', choices, initial: guess, placeholder: 'No column' }),
        }),
      ),
      input({
        blockId: 'currency',
        label: 'Currency, where no column names it',
        hint: 'A code such as EUR; empty: the currency of the workspace.',
        optional: true,
        element: textInput({ actionId: 'currency', maxLength: 3 }),
      }),
    ],
  });
}
