import { ceaseNotices } from './ceaseNotices.ts';

/** A written message beside the ladder: it takes no step. */
const messageKinds = [
  ...(['terms_reminder', 'statement', 'promise_reminder', 'promise_confirmation'] as const),
  ...ceaseNotices,
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Whether a notice's kind is a message beside the ladder. */
export function isMessage(kind: string): kind is MessageKind {
  return messageKinds.some((one) => one === kind);
}

/** Whether spacing counts a notice: not the confirmation after a conversation (domain.md, *Spacing*). */
export function isCounted(kind: string): boolean {
  return kind !== 'promise_confirmation';
}

/** Whether the business days between two messages are asked neither of it nor of what follows it; every other limit counts it. */
export function skipsGap(kind: string): boolean {
  return kind === 'statement' || kind === 'promise_reminder';
}
