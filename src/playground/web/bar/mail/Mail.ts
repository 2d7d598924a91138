/** One line of `GET /client/mail?brief=true`. */
export interface MailLine {
  readonly id: string;
  /** playground time, ISO */
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly filename: string;
  readonly type: string;
  readonly size: number;
}

/** `GET /client/mail/<id>`. */
export interface Mail extends MailLine {
  readonly text: string;
  readonly html: string;
}
