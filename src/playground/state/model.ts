import type { JsonObject } from '../json.ts';

/** A Block Kit block as stored: checked, and given ids where the app gave none. */
export type Block = JsonObject & { type: string; block_id: string };

export interface Reaction {
  name: string;
  users: string[];
}

export interface Metadata {
  event_type: string;
  event_payload: JsonObject;
}

/** A message as the workspace keeps it. `files` are file ids; `channel` is not part of Slack's own object. */
export interface Message {
  channel: string;
  ts: string;
  user: string;
  text: string;
  subtype?: string;
  blocks?: Block[];
  attachments?: JsonObject[];
  byBot?: boolean;
  thread_ts?: string;
  reply_broadcast?: boolean;
  reactions?: Reaction[];
  files?: string[];
  metadata?: Metadata;
  edited?: { user: string; ts: string };
  client_msg_id?: string;
  /** Only this user sees it; it is in no history. */
  ephemeralFor?: string;
}

export interface Conversation {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: Set<string>;
  topic: string;
  isArchived: boolean;
  isExtShared: boolean;
  created: number;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  user: string;
  created: number;
  altText?: string;
  content: Buffer;
  /** The upload has been completed: before that the file is nobody's. */
  complete: boolean;
  deleted: boolean;
  shares: { channel: string; ts: string }[];
}

export type StateValues = Record<string, Record<string, JsonObject>>;

/** A modal or Home view. `content` is what the app sent, checked and completed. */
export interface View {
  id: string;
  type: 'modal' | 'home';
  user: string;
  hash: string;
  blocks: Block[];
  content: JsonObject;
  values: StateValues;
  rootId: string;
  previousId: string | null;
  errors: Record<string, string>;
  /** The channel where the modal's first trigger arose. */
  channel?: string;
}

export interface ScheduledMessage {
  id: string;
  channel: string;
  postAt: number;
  draft: Pick<Message, 'text'> & Partial<Pick<Message, 'blocks' | 'attachments' | 'thread_ts'>>;
}
