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
