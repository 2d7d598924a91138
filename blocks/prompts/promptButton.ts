import type { types } from '@slack/bolt';
import { button } from '../button.ts';
import type { PromptButton, PromptView } from './PromptView.ts';

interface Face {
  readonly text: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: { readonly title: string; readonly text: string; readonly confirm: string };
}

const faces: Readonly<Record<PromptButton, Face>> = {
  call_anyway: { text: 'Call anyway' },
  log_call: { text: 'Log the call', style: 'primary' },
  no_answer: { text: 'No answer' },
  left_message: { text: 'Left a message' },
  wrong_number: {
    text: 'Wrong number',
    confirm: {
      title: 'Wrong number?',
      text: 'The number is marked as dead and is not offered again. You can undo this.',
      confirm: 'Mark as wrong',
    },
  },
  wrote: { text: 'I wrote' },
  texted: { text: 'I sent a text' },
  send: { text: 'Send the reminder', style: 'primary' },
  send_notice: { text: 'Send the notice', style: 'primary' },
  look: { text: 'Look at it' },
  ask_approval: { text: 'Ask for approval', style: 'primary' },
  reply: { text: 'Reply received' },
  snooze: { text: 'Snooze' },
  hand_over: { text: 'Hand over' },
  add_contact: { text: 'Add a contact' },
  plan_hand_off: { text: 'Fill in the hand-off', style: 'primary' },
  report_visit: { text: 'Report the visit', style: 'primary' },
  plan_credit_hold: { text: 'Weigh it and propose', style: 'primary' },
  set_credit_hold: {
    text: 'It is set',
    style: 'primary',
    confirm: {
      title: 'Set in the order system?',
      text: 'It counts as in force from now on, and the account managers are told.',
      confirm: 'It is set',
    },
  },
  drop_credit_hold: {
    text: 'Do not set it',
    confirm: {
      title: 'Do not set it?',
      text: 'Supply goes on, and a credit hold is not proposed again for this invoice.',
      confirm: 'Do not set it',
    },
  },
  release_credit_hold: { text: 'It is released', style: 'primary' },
  keep_credit_hold: { text: 'Keep it for another invoice' },
  posted: { text: 'Record the posting', style: 'primary' },
  done: { text: 'It is done' },
  reduce_credit: { text: 'Reduce it' },
  keep_credit: { text: 'Leave it as it is' },
  agree: { text: 'Agree', style: 'primary' },
  disagree: { text: 'Do not agree' },
  go_on: {
    text: 'Go on with the rest',
    style: 'primary',
    confirm: {
      title: 'Go on with the rest?',
      text: 'What is in dispute rests; everything else of the account goes on by the policy, harsh steps too.',
      confirm: 'Go on',
    },
  },
  settle: { text: 'Settle the dispute' },
  end_stop: { text: 'End the stop' },
  recall: { text: 'Recall it', style: 'primary' },
  seen_at_bank: { text: 'Seen at the bank', style: 'primary' },
  not_found: { text: 'Not found' },
  mended: { text: 'It is mended', style: 'primary' },
  in_order: { text: 'It was in order' },
  fresh_import: { text: 'Payments are up to date' },
  pays_invoices: { text: 'It pays their invoices', style: 'primary' },
  pays_other: {
    text: 'It is for something else',
    confirm: {
      title: 'For something else?',
      text: 'Their invoices go on by the policy as if this money had not come, harsh steps too.',
      confirm: 'It is for something else',
    },
  },
  was_sent: { text: 'It was sent' },
  was_not_sent: { text: 'It was not sent' },
  noted: { text: 'Noted' },
  evidence: { text: 'Evidence pack' },
};

/** What they open is about the account, whoever asked. */
const ofTheAccount: ReadonlySet<PromptButton> = new Set([
  'add_contact',
  'seen_at_bank',
  'settle',
  'end_stop',
  'recall',
  'evidence',
]);

/** One button of a prompt; its value is the prompt's id (the debtor's where it opens a form of the account). */
export function promptButton(name: PromptButton, view: PromptView): types.Button {
  const face = faces[name];
  return button({
    text: face.text,
    actionId: actionOf(name),
    value: ofTheAccount.has(name) ? view.debtorId : view.promptId,
    label: `${face.text}: ${view.debtorName}`,
    ...(face.style && { style: face.style }),
    ...(face.confirm && { confirm: face.confirm }),
  });
}

/** Reminders and notices are sent by one listener; only what the button says differs. */
function actionOf(name: PromptButton): string {
  if (name === 'seen_at_bank') return 'open_paid';
  if (name === 'settle') return 'open_dispute';
  if (name === 'end_stop') return 'open_stop';
  if (name === 'recall') return 'open_recall';
  if (name === 'evidence') return 'export_evidence';
  if (ofTheAccount.has(name)) return name;
  return name === 'send_notice' ? 'prompt_send' : `prompt_${name}`;
}
