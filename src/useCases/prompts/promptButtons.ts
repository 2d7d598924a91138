import type { PromptButton } from '../../../blocks/prompts/PromptView.ts';
import { alternateContact } from '../../core/alternateContact.ts';
import { nextToCarry } from '../../core/creditHold.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { recipientOf } from '../../core/recipientOf.ts';

/** What can be done from a prompt of that kind, the most likely first. */
export function promptButtons(
  kind: string,
  stage: string | undefined,
  {
    facts,
    callWaits,
    mayCallAnyway,
    mayLog,
    mayText,
    ...context
  }: {
    facts: DebtorFacts;
    callWaits: boolean;
    mayCallAnyway: boolean;
    /** whoever has it may say what happened at the customer's */
    mayLog: boolean;
    /** a mobile is known that a text message may go to */
    mayText: boolean;
  } & Parameters<typeof nextToCarry>[1],
): PromptButton[] {
  const canWrite = recipientOf(facts) !== undefined;
  const write: PromptButton = kind === 'notice' ? 'send_notice' : 'send';
  const send: PromptButton[] = canWrite ? [write, 'look'] : ['add_contact'];
  const call: PromptButton[] = [
    ...(mayCallAnyway ? (['call_anyway'] as const) : []),
    ...(['log_call', 'no_answer', 'left_message', 'wrong_number'] as const),
  ];
  const reach: PromptButton[] = [...call, 'wrote'];
  const rest: PromptButton[] = ['reply', 'snooze', 'hand_over'];
  switch (kind) {
    case 'reminder':
      return [
        ...send,
        ...(stage === 'chase' && !callWaits ? call : []),
        ...(mayText ? (['texted'] as const) : []),
        ...rest,
      ];
    case 'notice':
      return [...send, ...rest];
    case 'promise_reminder':
      return [...send, 'noted', 'hand_over'];
    case 'terms_reminder':
      return [...send, 'noted', 'snooze', 'hand_over'];
    case 'month_end':
      return [...reach, 'noted', ...rest];
    case 'undelivered':
      return ['add_contact', 'noted', 'hand_over'];
    case 'credit_line':
      return ['reduce_credit', 'keep_credit', 'hand_over'];
    case 'last_call':
      return [...(canWrite ? (['ask_approval'] as const) : (['add_contact'] as const)), ...reach, ...rest];
    case 'alternate_contact':
      return alternateContact(facts).other
        ? [...reach, 'done', ...rest]
        : ['add_contact', 'log_call', 'wrote', 'done', ...rest];
    case 'credit_hold':
      return ['plan_credit_hold', 'snooze', 'hand_over'];
    case 'set_credit_hold':
      return ['set_credit_hold', 'drop_credit_hold', 'snooze', 'hand_over'];
    case 'release_credit_hold':
      return [
        'release_credit_hold',
        ...(nextToCarry(facts, context) ? (['keep_credit_hold'] as const) : []),
        'hand_over',
      ];
    case 'direct_contact':
      return ['report_visit', 'log_call', ...rest];
    case 'task':
      return mayLog ? ['done', 'log_call', ...rest] : ['done', 'snooze', 'hand_over'];
    case 'hand_off':
      return ['plan_hand_off', 'snooze', 'hand_over'];
    case 'pass_on':
      return ['noted', 'evidence', 'hand_over'];
    case 'seen_not_come':
      return ['noted', 'hand_over'];
    case 'recall':
      return ['recall', 'noted', 'hand_over'];
    case 'post_letter':
      return ['posted', 'snooze', 'hand_over'];
    case 'agree':
      return ['agree', 'disagree', 'hand_over'];
    case 'decide_dispute':
      return ['go_on', 'settle', 'hand_over'];
    case 'decide_condition':
      return ['end_stop', 'noted', 'hand_over'];
    case 'dispute_due':
      return ['settle', 'snooze', 'hand_over'];
    case 'find_payment':
      return ['seen_at_bank', 'not_found'];
    case 'to_mend':
      return ['mended', 'in_order'];
    case 'find_customer':
      return ['add_contact', 'done', ...rest];
    case 'unsure_mail':
      return ['was_sent', 'was_not_sent'];
    case 'approval_ended':
      return ['noted'];
    case 'freshness':
      return ['fresh_import', 'hand_over'];
    case 'unplaced_cash':
      return ['pays_invoices', 'pays_other'];
    case 'reply':
      return ['reply', 'hand_over'];
    default:
      return [...reach, ...rest];
  }
}
