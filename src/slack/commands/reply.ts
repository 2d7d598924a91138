import { accountForm } from './accountForm.ts';

/** What a customer wrote back, or that our mail did not arrive. */
export const reply = accountForm('reply', {
  usage: 'reply <debtor> [words]',
  does: 'Records what a customer wrote back, or that our mail came back: reminders rest until it is answered.',
  examples: ['reply acme they pay on friday'],
});
