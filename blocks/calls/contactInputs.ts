import type { types } from '@slack/bolt';
import { select } from '../elements/select.ts';
import { textInput } from '../elements/textInput.ts';
import { input } from '../input.ts';
import { limits } from '../limits.ts';
import {
  callLogActions as action,
  type CallLogForm,
  callLogFields as field,
  SOMEBODY_ELSE,
} from './CallLogForm.ts';

/** Who was called: somebody on file, or a name once "Somebody else…" is chosen or nobody is on file. */
export function contactInputs({ contacts, entries }: CallLogForm): types.InputBlock[] {
  const name = input({
    blockId: field.newContact,
    label: contacts.length > 0 ? 'Their name' : 'Who did you speak to?',
    hint: 'Kept with the account as a contact.',
    optional: true,
    element: textInput({ actionId: field.newContact, initial: entries.newContact, maxLength: 200 }),
  });
  if (contacts.length === 0) return [name];
  const known = contacts.slice(0, limits.select.options - 1);
  const who = input({
    blockId: field.contact,
    label: 'Who?',
    dispatch: true,
    element: select({
      actionId: action.contact,
      choices: [...known, { text: 'Somebody else…', value: SOMEBODY_ELSE }],
      initial: entries.contact ?? known[0]?.value,
    }),
  });
  return entries.contact === SOMEBODY_ELSE ? [who, name] : [who];
}
