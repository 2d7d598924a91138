import { accountForm } from './accountForm.ts';

/** A pause of an account or of one invoice. */
export const pause = accountForm('pause', {
  usage: 'pause <debtor|invoice> until <date> <reason>',
  does: 'Stop the clock of an account, or of one invoice, for a time; it may begin in the past. Over 14 days, or a second time in a row, a manager agrees first.',
  examples: [
    'pause acme until 15 dec stocktaking',
    'pause INV-2044 from 1 nov until friday goods are being replaced',
  ],
});
