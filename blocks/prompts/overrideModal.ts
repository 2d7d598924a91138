import type { types } from '@slack/bolt';
import { reasonModal } from '../accounts/reasonModal.ts';

export const OVERRIDE_CALL = 'override_call';
export const OVERRIDE_SEND = 'override_send';
export const OVERRIDE_TITLE = 'Override a limit';

/** Why a house limit is overridden for a call, or for a reminder; `limit` is what it says, as a sentence. */
export function overrideModal({
  limit,
  what,
  ...account
}: {
  readonly debtorName: string;
  readonly limit: string;
  readonly what: 'call' | 'send';
  readonly metadata: string;
}): types.ModalView {
  const stays = 'This is a limit of the house. Your reason stays on record with the account.';
  return reasonModal({
    ...account,
    callbackId: what === 'call' ? OVERRIDE_CALL : OVERRIDE_SEND,
    title: OVERRIDE_TITLE,
    submit: what === 'call' ? 'Go on to the call' : 'Send it',
    about: `${limit}\n${stays}`,
    label: what === 'call' ? 'Why do you call all the same?' : 'Why is it sent all the same?',
  });
}
