import type { Text } from '../Markup.ts';

/** What a prompt's message shows; plain data, amounts already formatted. */
export interface PromptView {
  readonly promptId: string;
  readonly debtorId: string;
  readonly debtorName: string;
  /** "Call for a firm date", "Broken promise" … */
  readonly title: string;
  /** open, or how it ended */
  readonly state: 'open' | 'done' | 'overtaken' | 'cancelled' | 'passed_on';
  readonly outcome?: string | undefined;
  /** who it is for, when it stands in a channel or was passed on */
  readonly askedOf?: Text | undefined;
  /** "€18,400.00, 63 days late, 2 broken promises" */
  readonly owed: string;
  /** why now, as sentences */
  readonly why: readonly string[];
  /** "Jane Miller (payables), +44 20 7946 0000, jane@acme.example" */
  readonly contact?: string | undefined;
  /** beside a polite reminder: whose mobile a text message may go to and when, and what to write in it */
  readonly text?: { readonly to: string; readonly guidance: string } | undefined;
  /** "3 of 7 calls in 7 days; next allowed Tue 09:00 their time" */
  readonly allowance?: string | undefined;
  /** what a call that several attempts may finish still needs, in words that go on after "it needs" */
  readonly needs?: string | undefined;
  /** two or three sentences of what to say */
  readonly guidance?: string | undefined;
  readonly answerBy?: Text | undefined;
  /** set while it is snoozed: when it comes back */
  readonly putOff?: Text | undefined;
  /** set when it came to somebody because another did not answer */
  readonly escalated?: string | undefined;
  readonly buttons: readonly PromptButton[];
}

export type PromptButton =
  | 'call_anyway'
  | 'log_call'
  | 'no_answer'
  | 'left_message'
  | 'wrong_number'
  | 'wrote'
  | 'texted'
  | 'send'
  | 'send_notice'
  | 'look'
  | 'ask_approval'
  | 'reply'
  | 'snooze'
  | 'hand_over'
  | 'add_contact'
  | 'done'
  | 'posted'
  | 'plan_hand_off'
  | 'evidence'
  | 'reduce_credit'
  | 'keep_credit'
  | 'plan_credit_hold'
  | 'report_visit'
  | 'set_credit_hold'
  | 'drop_credit_hold'
  | 'release_credit_hold'
  | 'keep_credit_hold'
  | 'agree'
  | 'disagree'
  | 'go_on'
  | 'settle'
  | 'end_stop'
  | 'recall'
  | 'seen_at_bank'
  | 'pays_invoices'
  | 'pays_other'
  | 'not_found'
  | 'mended'
  | 'in_order'
  | 'fresh_import'
  | 'was_sent'
  | 'was_not_sent'
  | 'noted';
