import { accountForm } from './accountForm.ts';

/** A dispute to raise or to settle. */
export const dispute = accountForm('dispute', {
  usage: 'dispute [debtor]',
  does: 'Raise a dispute about an invoice, wholly or in part, or settle one that is open.',
  examples: ['dispute acme', 'dispute INV-2044'],
});
