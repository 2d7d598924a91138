import type { Act } from '../../core/permissions.ts';

/** What a note can be about that leads to something, and who may record it. */
export const agreementActs = {
  promised: 'log_activity',
  plan_agreed: 'log_activity',
  dispute_raised: 'log_activity',
  dispute_ended: 'log_activity',
  paused: 'log_activity',
  resumed: 'log_activity',
  condition_recorded: 'record_stop',
  condition_ended: 'record_payment',
  write_off_proposed: 'propose_write_off',
  write_off_taken_back: 'agree',
  payment_seen: 'record_payment',
  validation_taken_back: 'lift_refusal',
  cash_placed: 'record_payment',
  reason_mended: 'mend_reason',
  reason_in_order: 'mend_reason',
} as const satisfies Readonly<Record<string, Act>>;
