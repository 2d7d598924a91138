import type { Email } from 'postal-mime';

export interface Mail {
  id: string;
  /** Playground time, ISO. */
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  message_id: string;
  headers: { key: string; value: string }[];
  attachments: { filename: string; type: string; size: number; content_base64: string }[];
}

/** What the app mailed, oldest first. */
export class Mailbox {
  private mails: Mail[] = [];

  add(email: Email, envelope: { id: string; at: Date; from: string; to: string[] }): void {
    this.mails.push({
      id: envelope.id,
      at: envelope.at.toISOString(),
      from: email.from?.address ?? envelope.from,
      to: envelope.to,
      subject: email.subject ?? '',
      text: email.text ?? '',
      html: email.html ?? '',
      message_id: email.messageId ?? '',
      headers: email.headers.map(({ key, value }) => ({ key, value })),
      attachments: email.attachments.map((attachment) => {
        const content = bytesOf(attachment.content);
        return {
          filename: attachment.filename ?? '',
          type: attachment.mimeType,
          size: content.length,
          content_base64: content.toString('base64'),
        };
      }),
    });
  }

  list(): readonly Mail[] {
    return this.mails;
  }

  find(id: string): Mail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  load(saved: readonly Mail[]): void {
    this.mails = [...saved];
  }
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}
