import type { Watchers } from './client/Watchers.ts';
import type { ClockHooks } from './clock/ClockHooks.ts';
import type { PlaygroundClock } from './clock/PlaygroundClock.ts';
import type { Activity } from './delivery/Activity.ts';
import type { Delivery } from './delivery/Delivery.ts';
import type { Traffic } from './delivery/Traffic.ts';
import type { Faults } from './faults/Faults.ts';
import type { FunctionExecutions } from './interaction/FunctionExecutions.ts';
import type { MessageStates } from './interaction/MessageStates.ts';
import type { Mailbox } from './mail/Mailbox.ts';
import type { PlaygroundUser } from './PlaygroundOptions.ts';
import type { AppManifest } from './readManifest.ts';
import type { ResponseUrls } from './respond/ResponseUrls.ts';
import type { SocketHub } from './socket/SocketHub.ts';
import type { Conversations } from './state/Conversations.ts';
import type { FileStore } from './state/FileStore.ts';
import type { Identity } from './state/Identity.ts';
import type { Messages } from './state/Messages.ts';
import type { ScheduledMessage } from './state/model.ts';
import type { Triggers } from './state/Triggers.ts';
import type { TsCounter } from './state/TsCounter.ts';
import type { Views } from './state/Views.ts';
import type { OauthGrants } from './webApi/OauthGrants.ts';
import type { RateLimits } from './webApi/RateLimits.ts';
import type { Tokens } from './webApi/Tokens.ts';

/** One running workspace: its people, its state, its one app, and the ways between them. */
export interface LocalSlack {
  /** `http://127.0.0.1:PORT` */
  url: string;
  identity: Identity;
  manifest: AppManifest;
  clock: PlaygroundClock;
  hooks: ClockHooks;
  users: Map<string, PlaygroundUser>;
  /** Ids of the people whose account was deactivated. */
  deactivated: Set<string>;
  conversations: Conversations;
  messages: Messages;
  ts: TsCounter;
  views: Views;
  files: FileStore;
  scheduled: Map<string, ScheduledMessage>;
  messageStates: MessageStates;
  executions: FunctionExecutions;
  /** What went wrong last before each person's eyes. */
  troubles: Map<string, string>;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  tokens: Tokens;
  oauthGrants: OauthGrants;
  limits: RateLimits;
  faults: Faults;
  traffic: Traffic;
  activity: Activity;
  delivery: Delivery;
  sockets: SocketHub;
  mailbox: Mailbox;
  watchers: Watchers;
  /** Something that a person could see, or that a restart must keep, has changed. */
  changed(): void;
  log(line: string): void;
}
