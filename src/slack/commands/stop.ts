import { accountForm } from './accountForm.ts';

/** What stops a customer's whole account. */
export const stop = accountForm('stop', {
  usage: 'stop <debtor> [what they said]',
  does: 'Stop everything for a customer: they ask us to cease, are insolvent, represented, in breathing space, bereaved or vulnerable, or somebody named other bank details. A manager is told, and only a manager ends it.',
  examples: ['stop acme asks us to cease calling', 'stop acme insolvent, letter of 3 Nov'],
});
