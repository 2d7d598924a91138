import type { Act } from '../../core/permissions.ts';

/** What a prompt can ask for; see the README of this folder. */
export const promptKinds = [
  'issued',
  'reminder',
  'call',
  'notice',
  'last_call',
  'broken_promise',
  'call_back',
  'part_payment',
  'usual_day',
  'promise_reminder',
  'terms_reminder',
  'credit_line',
  'month_end',
  'undelivered',
  'alternate_contact',
  'credit_hold',
  'set_credit_hold',
  'release_credit_hold',
  'direct_contact',
  'task',
  'post_letter',
  'hand_off',
  'pass_on',
  'recall',
  'reply',
  'agree',
  'freshness',
  'unplaced_cash',
  'decide_dispute',
  'decide_condition',
  'dispute_due',
  'find_payment',
  'payment_not_found',
  'seen_not_come',
  'find_customer',
  'to_mend',
  'unsure_mail',
  'approval_ended',
] as const;

export type PromptKind = (typeof promptKinds)[number];

/** What the morning list lets its member send, each by one click or all at once. */
export const reminderKinds = ['reminder', 'promise_reminder'] as const satisfies readonly PromptKind[];

/** Tasks beside the ladder that have questions of their own, by their stage. */
export const taskKinds = [
  'alternate_contact',
  'credit_hold',
  'direct_contact',
] as const satisfies readonly PromptKind[];

/** What is done when a member says so. */
export const doneByWord = [
  'alternate_contact',
  'task',
  'find_customer',
] as const satisfies readonly PromptKind[];

/** What is done by telephone: the number, the allowance and the call log belong to it. */
export const callKinds = [
  'call',
  'last_call',
  'broken_promise',
  'call_back',
  'part_payment',
  'usual_day',
  'month_end',
  'alternate_contact',
  'payment_not_found',
] as const satisfies readonly PromptKind[];

const ofRole: ReadonlyMap<string, Act> = new Map<PromptKind, Act>([
  ['hand_off', 'send_reminder'],
  ['pass_on', 'record_payment'],
  ['recall', 'manage'],
  ['agree', 'agree'],
  ['credit_line', 'agree'],
  ['freshness', 'record_payment'],
  ['unplaced_cash', 'record_payment'],
  ['decide_dispute', 'agree'],
  ['decide_condition', 'agree'],
  ['find_payment', 'record_payment'],
  ['seen_not_come', 'record_payment'],
  ['to_mend', 'mend_reason'],
  ['unsure_mail', 'approve_notice'],
]);

/** What a manager or finance is asked in that role, and not whoever looks after the account. */
export function isAskedOfRole(kind: string): boolean {
  return ofRole.has(kind);
}

/** What somebody must be allowed to do to answer it. */
export function answerAct(kind: string): Act {
  return ofRole.get(kind) ?? (kind === 'task' ? 'finish_task' : 'log_activity');
}

const pinging: ReadonlySet<string> = new Set([
  'broken_promise',
  'release_credit_hold',
  'call_back',
  'agree',
  'decide_dispute',
  'decide_condition',
  'find_payment',
  'unsure_mail',
  'approval_ended',
]);

/** Timed call-backs, broken promises and decisions: a message of their own, which Slack notifies of. */
export function pings(kind: string): boolean {
  return pinging.has(kind);
}

/** Kinds that a member answers from the morning list alone: no message of their own. */
export function isListedOnly(kind: string, stage: string | undefined): boolean {
  return kind === 'issued' || (kind === 'reminder' && stage !== 'chase');
}
