import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Mail } from '../mail/Mailbox.ts';

/** What the app mailed, oldest first, as a list shows it: no texts, no bytes. */
export function mailsWithoutBodies(slack: LocalSlack): JsonObject[] {
  return slack.mailbox.list().map((mail) => {
    const { text: _text, html: _html, headers: _headers, ...rest } = withoutBytes(mail);
    return rest;
  });
}

/** A mail whose attachments are named only. */
export function withoutBytes(mail: Mail) {
  return {
    ...mail,
    attachments: mail.attachments.map(({ filename, type, size }) => ({ filename, type, size })),
  };
}
