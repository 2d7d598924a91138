import { accountForm } from './accountForm.ts';

/** An instalment plan. */
export const plan = accountForm('plan', {
  usage: 'plan [debtor]',
  does: 'Agree on instalments: how many, from when on, how often. You see the schedule before it is saved; beyond your limits a manager agrees first. It can be confirmed by email with one click.',
  examples: ['plan acme', 'plan acme 1,200 from 1 dec'],
});
