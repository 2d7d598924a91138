import type { types } from '@slack/bolt';
import { bulletList } from '../bulletList.ts';
import { debtorKindChoices } from '../debtorKindChoices.ts';
import { datePicker } from '../elements/datePicker.ts';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { join } from '../join.ts';
import { modal } from '../modal.ts';
import { mrkdwn } from '../mrkdwn.ts';
import { section } from '../section.ts';

export const IMPORT_TITLE = 'Import';

/** The last look before a file is imported; figures already written. */
export interface ImportForm {
  readonly metadata: string;
  readonly fileName: string;
  readonly sentences: readonly string[];
  readonly rejected: readonly string[];
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** of the customers that it brings, where it brings any */
  readonly kindOfNew: string | undefined;
  /** else a bank statement, which adds up to what came */
  readonly isLedger: boolean;
}

/** What a file would change, what its new customers are, the day it is of, and what it must add up to. */
export function importModal(form: ImportForm): types.ModalView {
  const { metadata, fileName, sentences, rejected, asOf, kindOfNew, isLedger } = form;
  return modal({
    callbackId: 'import_file',
    title: IMPORT_TITLE,
    submit: 'Import',
    close: 'Cancel',
    metadata,
    blocks: [
      section(mrkdwn`*${fileName}*`),
      section(bulletList(sentences)),
      rejected.length > 0 ? section(join(rejected)) : undefined,
      kindOfNew
        ? input({
            blockId: 'kind_of_new',
            label: 'Kind of the new customers',
            hint: 'Private individuals and sole traders have stricter rules and other texts. Customers who are on file keep their kind.',
            element: select({ actionId: 'kind_of_new', choices: debtorKindChoices, initial: kindOfNew }),
          })
        : undefined,
      input({
        blockId: 'control_total',
        label: 'Control total',
        hint: `${isLedger ? 'What is open in all as your books say it' : 'The payments less returned ones as your bank says it'}, such as “USD 4,067.25”. Where the file adds up to something else a manager is asked.`,
        optional: true,
        element: textInput({ actionId: 'control_total', maxLength: 40 }),
      }),
      input({
        blockId: 'as_of',
        label: 'As of',
        hint: 'The day the file is of: payments count as fresh up to it.',
        element: datePicker({ actionId: 'as_of', initial: asOf }),
      }),
    ],
  });
}
