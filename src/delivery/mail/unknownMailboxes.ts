import type { NodemailerError } from 'nodemailer';

/** 550 mailbox unavailable, 551 user not local, 553 mailbox name not allowed: RFC 5321 section 4.2.3 */
const NO_MAILBOX = new Set([550, 551, 553]);
/** X.1.* is about the address, X.2.1 a mailbox that is disabled: RFC 3463 sections 3.2 and 3.3; others are about our mail or server */
const ABOUT_THE_ADDRESS = /\b5\.(1\.\d+|2\.1)\b/;
const ENHANCED = /\b5\.\d+\.\d+\b/;

/** The recipients of which the mail server said, for good, that there is no such mailbox. */
export function unknownMailboxes(refusals: readonly NodemailerError[] | undefined): string[] {
  return (refusals ?? []).flatMap(({ recipient, response = '', responseCode }) => {
    if (!recipient || responseCode === undefined || !NO_MAILBOX.has(responseCode)) return [];
    return ENHANCED.test(response) && !ABOUT_THE_ADDRESS.test(response) ? [] : [recipient];
  });
}
