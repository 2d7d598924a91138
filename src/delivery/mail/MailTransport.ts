import type { MailAddress, PayloadOf } from '../OutboxItem.ts';

export interface OutgoingFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface OutgoingMail extends Omit<PayloadOf<'mail'>, 'kind' | 'attachments'> {
  readonly attachments: readonly OutgoingFile[];
  readonly from: MailAddress;
  readonly messageId: string;
}

/** What the mail server said: `rejected` recipients do not get it though others do; `unknown` ones of them do not exist. */
interface MailReceipt {
  readonly accepted: string[];
  readonly rejected: string[];
  readonly unknown: string[];
  readonly response: string;
}

export interface MailTransport {
  /** who writes when the item names nobody */
  readonly from?: MailAddress;
  /**
   * Hands one mail to the server. Throws DeliveryFailure: `passing` when the server surely does not have it and may take it
   * later, `item` when it refused it for good, `unsure` when the connection was lost after the mail was handed over.
   */
  send(mail: OutgoingMail): Promise<MailReceipt>;
  /** Ends the connections. Nothing can be sent afterwards. */
  close(): void;
}
