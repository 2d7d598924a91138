import { accountForm } from './accountForm.ts';

/** An email, text message or letter of our own. */
export const wrote = accountForm('wrote', {
  usage: 'wrote <debtor> [words]',
  does: 'Log an email, a text message or a letter that you wrote yourself: it counts as an attempt to reach them.',
  examples: ['wrote acme asked for a firm date'],
});
