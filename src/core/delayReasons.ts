/** Why a customer has not paid, as told. */
export const delayReasons = [
  'not_received',
  'order_number_missing',
  'awaiting_approval',
  'portal_rejected',
  'in_payment_run',
  'cash_flow',
  'dispute',
  'forgot',
  'paid_elsewhere',
  'other',
] as const;

export type DelayReason = (typeof delayReasons)[number];

type OwnReason = Extract<
  DelayReason,
  'not_received' | 'order_number_missing' | 'awaiting_approval' | 'portal_rejected'
>;

/** The reasons that are ours to mend: what is wrong, as part of a sentence, and what mends it. */
export const ownReasons: Readonly<Record<OwnReason, { readonly wrong: string; readonly mend: string }>> = {
  not_received: {
    wrong: 'the invoice was not received',
    mend: 'Send them a copy of the invoice, and correct the address if it was wrong',
  },
  order_number_missing: {
    wrong: 'the order number is missing',
    mend: 'Find the order number and send them the invoice with it',
  },
  awaiting_approval: {
    wrong: 'it awaits approval there',
    mend: 'Ask what their approver lacks (delivery note, contract, time sheet) and send it',
  },
  portal_rejected: {
    wrong: 'their portal rejected the invoice',
    mend: 'See why it was rejected, and submit it again',
  },
};

/** Whether a reason is ours to mend. */
export function isOwnReason(reason: string): reason is OwnReason {
  return Object.hasOwn(ownReasons, reason);
}
