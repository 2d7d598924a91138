import { z } from 'zod';

const blocks = z.array(z.unknown()).optional();
const address = z.object({ name: z.string().optional(), email: z.string() });
const file = z.object({ filename: z.string(), contentType: z.string() });
const subject = z.object({ kind: z.string(), id: z.string() });

/** What may stand in an outbox row. Everything typed by people is escaped by whoever builds it. */
export const outboxPayload = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('slack_post'),
    /** a channel (`C…`, `G…`, `D…`) or a member (`U…`: the direct message with them) */
    channel: z.string(),
    text: z.string(),
    blocks,
    /** the messageKey of the message whose thread this goes into; on its own when that one was never posted */
    threadOf: z.string().optional(),
    /** emoji names put under the message after it is posted */
    reactions: z.array(z.string()).optional(),
    /** a thread reply shown in the channel too */
    broadcast: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('slack_update'), text: z.string(), blocks }),
  z.object({ kind: z.literal('slack_delete') }),
  z.object({
    kind: z.literal('slack_file'),
    channel: z.string(),
    filename: z.string(),
    title: z.string(),
    contentBase64: z.string(),
    /** read aloud in place of a picture */
    altText: z.string().optional(),
    threadOf: z.string().optional(),
    text: z.string(),
    blocks,
  }),
  z.object({
    kind: z.literal('mail'),
    to: z.array(address).min(1),
    from: address.optional(),
    replyTo: address.optional(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    attachments: z.array(
      z.union([
        file.extend({ contentBase64: z.string() }),
        /** the copy on file of that customer's invoice with that id, read at the moment of sending */
        file.extend({ copyOfInvoice: z.string(), debtorId: z.string() }),
      ]),
    ),
  }),
]);

export type OutboxPayload = z.infer<typeof outboxPayload>;
export type PayloadOf<K extends OutboxPayload['kind']> = Extract<OutboxPayload, { kind: K }>;
export type MailAddress = z.infer<typeof address>;

/** What an item is checked against or about: `{kind: 'notice', id: …}`. */
export type OutboxSubject = z.infer<typeof subject>;
export const outboxSubject = subject;

export interface NewOutboxItem {
  readonly workspaceId: string;
  /** the same key is written, and so sent, once */
  readonly key: string;
  /** rows of one lane are sent one after the other; default: the channel, or `mail:<first address>`; what belongs to a message takes the lane of its message */
  readonly lane?: string;
  /** names the message for later updates, replies and deletion */
  readonly messageKey?: string;
  readonly payload: OutboxPayload;
  /** Clock time; default: now. A row that waits for its time does not hold up the others of its lane. */
  readonly notBefore?: Date;
  /** asked again at the moment of sending */
  readonly check?: OutboxSubject;
  /** told when the outcome is known */
  readonly about?: OutboxSubject;
}
