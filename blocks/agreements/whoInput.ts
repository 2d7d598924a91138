import type { types } from '@slack/bolt';
import { callLogFields as field } from '../calls/CallLogForm.ts';
import type { Choice } from '../elements/option.ts';
import { select } from '../elements/select.ts';
import { input } from '../input.ts';

/** Which of the account's people it was; nothing where nobody is on file. */
export function whoInput(
  contacts: readonly Choice[],
  initial: string | undefined,
  label: string,
): types.InputBlock | undefined {
  if (contacts.length === 0) return undefined;
  return input({
    blockId: field.contact,
    label,
    optional: true,
    element: select({ actionId: field.contact, choices: contacts, initial }),
  });
}
