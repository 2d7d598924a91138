import type { CallOutcome } from '../../core/findOutcome.ts';

const words: Readonly<Record<CallOutcome, string>> = {
  promised: 'spoke to them, promised to pay',
  paid: 'spoke to them, they say that it is paid',
  disputes: 'spoke to them, they dispute it',
  instalments: 'spoke to them, they want instalments',
  call_back: 'spoke to them, asked to be called back',
  refuses: 'spoke to them, they refuse to pay',
  hardship: 'spoke to them, hardship',
  no_answer: 'no answer',
  left_message: 'left a message',
  wrong_number: 'wrong number',
};

/** How a call ended, in words for the team. */
export function callOutcomeWords(outcome: CallOutcome): string {
  return words[outcome];
}
