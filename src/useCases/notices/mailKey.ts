/** Names a notice's mail in the outbox. */
export function mailKey(noticeId: string): string {
  return `mail:notice:${noticeId}`;
}
