import type { Choice } from '../elements/option.ts';

export const outcomeChoices: readonly Choice[] = [
  { value: 'promised', text: 'Promised to pay' },
  { value: 'paid', text: 'Says that it is paid' },
  { value: 'disputes', text: 'Disputes it' },
  { value: 'instalments', text: 'Wants instalments' },
  { value: 'call_back', text: 'Call back later' },
  { value: 'refuses', text: 'Refuses to pay' },
  { value: 'hardship', text: 'Hardship' },
  { value: 'no_answer', text: 'No answer' },
  { value: 'left_message', text: 'Left a message' },
  { value: 'wrong_number', text: 'Wrong number' },
];

/** Whether instalments were agreed on in the call. */
export const planChoices: readonly Choice[] = [
  { value: 'next', text: 'Yes, the form of the plan follows' },
  { value: 'later', text: 'Not yet' },
];

export const methodChoices: readonly Choice[] = [
  { value: 'transfer', text: 'Bank transfer' },
  { value: 'card', text: 'Card' },
  { value: 'cheque', text: 'Cheque' },
  { value: 'direct_debit', text: 'Direct debit' },
  { value: 'cash', text: 'Cash' },
  { value: 'unknown', text: 'Did not say' },
];

export const disputeReasonChoices: readonly Choice[] = [
  { value: 'goods', text: 'Goods or service' },
  { value: 'price', text: 'Price' },
  { value: 'duplicate', text: 'Billed twice' },
  { value: 'never_received', text: 'Never received' },
  { value: 'already_paid', text: 'Already paid' },
  { value: 'wrong_entity', text: 'Wrong company' },
  { value: 'other', text: 'Something else' },
];

export const delayReasonChoices: readonly Choice[] = [
  { value: 'not_received', text: 'Invoice not received' },
  { value: 'order_number_missing', text: 'Order number missing' },
  { value: 'awaiting_approval', text: 'Awaiting approval there' },
  { value: 'portal_rejected', text: 'Rejected by their portal' },
  { value: 'in_payment_run', text: 'In the next payment run' },
  { value: 'cash_flow', text: 'Cash flow' },
  { value: 'dispute', text: 'Dispute' },
  { value: 'forgot', text: 'Forgot' },
  { value: 'paid_elsewhere', text: 'Paid to another account' },
  { value: 'other', text: 'Something else' },
];

export const directionChoices: readonly Choice[] = [
  { value: 'out', text: 'We called' },
  { value: 'in', text: 'They called' },
];

export const rightPartyChoices: readonly Choice[] = [
  { value: 'yes', text: 'Yes, they decide on payment' },
  { value: 'no', text: 'No, somebody else decides' },
];
