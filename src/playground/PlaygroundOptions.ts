/** One person of the workspace. `tz` is an IANA zone; `is_restricted` makes a guest. */
export interface PlaygroundUser {
  id: string;
  name: string;
  real_name: string;
  tz: string;
  email?: string;
  locale?: string;
  /** What they are in the company, as their profile says it. */
  title?: string;
  is_restricted?: boolean;
}

/** One channel. `members` are user ids; the app's bot is a member only where `botIsMember` says so. */
export interface PlaygroundChannel {
  id: string;
  name: string;
  is_private?: boolean;
  members: string[];
  botIsMember?: boolean;
  is_ext_shared?: boolean;
  is_archived?: boolean;
  topic?: string;
}

export interface PlaygroundOptions {
  /** Default 0: any free port. It listens on 127.0.0.1 only. */
  port?: number;
  /** The app's manifest object: scopes, slash commands, shortcuts, events and tabs are enforced from it. */
  manifest: unknown;
  team: { id: string; domain: string; name: string };
  users: PlaygroundUser[];
  channels: PlaygroundChannel[];
  /** First instant of the playground's clock; default: now. A state file that is further on wins. */
  start?: Date;
  /** Default `socket`. HTTP mode sends signed requests to `requestUrl`. */
  mode?: 'socket' | { requestUrl: string };
  /** Where the conversation is kept over a restart. */
  stateFile?: string;
  /** Milliseconds before the second, third and fourth delivery of an event; default: Slack's times. */
  eventRetryDelays?: readonly number[];
  log?: (line: string) => void;
}
