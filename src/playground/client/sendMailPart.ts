import type { ServerResponse } from 'node:http';
import { send, sendJson } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Mail } from '../mail/Mailbox.ts';
import { SlackError } from '../SlackError.ts';
import { withoutBytes } from './mailsWithoutBodies.ts';

/** Nothing in a mail runs, and nothing is fetched for it. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * `mail/<id>`: one mail without the bytes of its attachments; `mail/<id>/html`: its HTML as a page that can do
 * nothing; `mail/<id>/<n>`: an attachment, counted from 0, to be shown in the browser.
 * @throws SlackError mail_not_found, attachment_not_found
 */
export function sendMailPart(slack: LocalSlack, [id = '', part]: string[], response: ServerResponse): void {
  const mail = slack.mailbox.find(id);
  if (!mail) throw new SlackError('mail_not_found');
  if (part === undefined) sendJson(response, 200, withoutBytes(mail));
  else if (part === 'html') sendHarmless(response, 'text/html; charset=utf-8', Buffer.from(mail.html));
  else sendAttachment(response, /^\d+$/.test(part) ? mail.attachments[Number(part)] : undefined);
}

function sendAttachment(response: ServerResponse, attachment: Mail['attachments'][number] | undefined): void {
  if (!attachment) throw new SlackError('attachment_not_found');
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(attachment.type) ? attachment.type : 'application/octet-stream';
  sendHarmless(response, type, Buffer.from(attachment.content_base64, 'base64'), attachment.filename);
}

function sendHarmless(response: ServerResponse, type: string, bytes: Buffer, filename?: string): void {
  // A browser's own PDF viewer does not open in a sandbox; a PDF has no way to run as a page of ours.
  const policy = type === 'application/pdf' ? POLICY : `${POLICY}; sandbox`;
  const named = filename === undefined ? '' : `; filename*=UTF-8''${encodeFilename(filename)}`;
  send(response, 200, type, bytes, {
    'content-disposition': `inline${named}`,
    'content-security-policy': policy,
  });
}

/** RFC 8187: what encodeURIComponent leaves alone although a header may not hold it bare. */
function encodeFilename(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
}
