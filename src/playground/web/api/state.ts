/** What `/client/state` answers: everything that one person sees. Block Kit stays as the app sent it. */
export interface State {
  readonly user: string;
  readonly team: { readonly name: string };
  readonly users: readonly SlackUser[];
  readonly bot: { readonly id: string; readonly name: string; readonly app_name: string };
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly channels: readonly Channel[];
  /** modals, the top one last */
  readonly views: readonly View[];
  readonly home: View | null;
  /** what went wrong last before this person's eyes */
  readonly trouble: string | null;
  /** the playground's clock, ISO */
  readonly now: string;
  /** somebody is moving the clock: it stands still at each instant on the way */
  readonly moving: boolean;
  /** how many mails the app has sent */
  readonly mails: number;
}

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  readonly real_name: string;
  /** IANA zone */
  readonly tz: string;
  /** what they are in the company */
  readonly title?: string;
}

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
}

export interface Shortcut {
  readonly name: string;
  readonly callback_id: string;
  readonly type: 'global' | 'message';
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly is_im: boolean;
  readonly is_private: boolean;
  readonly is_archived: boolean;
  readonly topic: string;
  /** oldest first, thread replies among them */
  readonly messages: readonly Message[];
}

export interface Message {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly files: readonly SlackFile[];
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  /** of messages that a person typed */
  readonly client_msg_id?: string;
  /** of a thread's first message */
  readonly reply_count?: number;
  readonly reply_users?: readonly string[];
  readonly latest_reply?: string;
  readonly edited?: { readonly ts: string };
  readonly ephemeral?: boolean;
  readonly reply_broadcast?: boolean;
}

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly filetype: string;
  readonly size: number;
  readonly alt_txt?: string;
}

/** Any Block Kit object: whoever draws it knows its shape by `type`. */
export interface Json {
  readonly [key: string]: unknown;
}
export interface Block extends Json {
  readonly type: string;
  readonly block_id: string;
}

export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callback_id: string;
  readonly hash: string;
  readonly title?: { readonly text: string };
  readonly submit?: { readonly text: string } | null;
  readonly close?: { readonly text: string } | null;
  readonly blocks: readonly Block[];
  readonly state: { readonly values: Values };
  /** the app's errors of the last submission, by block id */
  readonly errors?: Readonly<Record<string, string>>;
}

/** What stands in the inputs: by block id, then action id, as in `view.state.values`. */
export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** Where an element stands: in a message or in a view. */
export type Place = { readonly channel: string; readonly ts: string } | { readonly view: string };
