import { accountForm } from './accountForm.ts';

/** A promise to pay that was given otherwise than in a call. */
export const promise = accountForm('promise', {
  usage: 'promise [debtor] [amount] [date]',
  does: 'Record a promise to pay, for one invoice or several. Far ahead, for little, or renewed a third time, a manager agrees first. It can be confirmed by email with one click.',
  examples: ['promise acme 1,200 friday', 'promise INV-2044 30 nov', 'promise'],
});
