import { accountForm } from './accountForm.ts';

/** Money that finance saw at the bank before the ledger did. */
export const paid = accountForm('paid', {
  usage: 'paid <debtor> <amount>',
  does: 'Finance saw the payment at the bank: nothing is sent until the ledger shows it, three business days at most.',
  examples: ['paid acme 1,200'],
});
