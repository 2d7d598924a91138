import nodemailer, { type MailMessage, type NodemailerError } from 'nodemailer';
import { DeliveryFailure } from './DeliveryFailure.ts';
import type { MailTransport } from './mail/MailTransport.ts';
import { unknownMailboxes } from './mail/unknownMailboxes.ts';
import type { MailAddress } from './OutboxItem.ts';

interface MailOptions {
  /** `smtp://user:password@host:port`, `smtps://…`; query parameters as nodemailer reads them */
  readonly url: string;
  /** who writes when an item names nobody */
  readonly from?: MailAddress;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;

/**
 * Mail over SMTP. Connections are kept for the next mail, one mail at a time on each, so that a broken one never leaves two in
 * doubt; nodemailer never sends a mail again by itself. Close it when nothing is to be sent any more.
 */
export function smtpTransport({ url, from, timeoutMs = TIMEOUT_MS }: MailOptions): MailTransport {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** mails whose text the server has begun to receive */
  const handedOver = new Set<string>();
  transport.use('stream', (mail: MailMessage, done: (error?: Error | null) => void) => {
    noteHandOver(mail, () => handedOver.add(mail.message.messageId()));
    done();
  });
  return {
    ...(from ? { from } : {}),
    async send(mail) {
      try {
        const { accepted, rejected, rejectedErrors, response } = await transport.sendMail({
          messageId: mail.messageId,
          from: addressOf(mail.from),
          to: mail.to.map(addressOf),
          ...(mail.replyTo ? { replyTo: addressOf(mail.replyTo) } : {}),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          attachments: [...mail.attachments],
        });
        return {
          accepted: accepted.map(emailOf),
          rejected: rejected.map(emailOf),
          unknown: unknownMailboxes(rejectedErrors),
          response,
        };
      } catch (error) {
        throw mailFailure(error, handedOver.has(mail.messageId));
      } finally {
        handedOver.delete(mail.messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** nodemailer pipes a mail into the connection only after the server has answered DATA with 354. */
function noteHandOver(mail: MailMessage, note: () => void): void {
  const create = mail.message.createReadStream.bind(mail.message);
  mail.message.createReadStream = (options) => {
    const stream = create(options);
    const pipe = stream.pipe.bind(stream);
    stream.pipe = (target, how) => {
      note();
      return pipe(target, how);
    };
    return stream;
  };
}

/**
 * A server that answered has decided: 4xx is passing, 5xx for good (RFC 5321 section 4.2.1). Without an answer it depends
 * on whether the mail was being handed over.
 */
function mailFailure(error: unknown, handedOver: boolean): DeliveryFailure {
  const { code, responseCode, message, rejectedErrors } = error as NodemailerError;
  const why = String(message).slice(0, 500);
  if (responseCode !== undefined && responseCode >= 500)
    return new DeliveryFailure('item', why, { cause: error, unknown: unknownMailboxes(rejectedErrors) });
  if (responseCode !== undefined && responseCode >= 400)
    return new DeliveryFailure('passing', why, { cause: error });
  if (handedOver) return new DeliveryFailure('unsure', why, { cause: error });
  const hopeless = code === 'EENVELOPE' || code === 'ECONFIG' || code === 'ENOAUTH' || code === 'EAUTH';
  return new DeliveryFailure(hopeless ? 'item' : 'passing', why, { cause: error });
}

const addressOf = ({ name, email }: MailAddress) => ({ name: name ?? '', address: email });
const emailOf = (recipient: string | { address: string }) =>
  typeof recipient === 'string' ? recipient : recipient.address;
