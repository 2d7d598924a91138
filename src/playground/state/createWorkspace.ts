import { Watchers } from '../client/Watchers.ts';
import { ClockHooks } from '../clock/ClockHooks.ts';
import { PlaygroundClock } from '../clock/PlaygroundClock.ts';
import { Activity } from '../delivery/Activity.ts';
import { Delivery } from '../delivery/Delivery.ts';
import { Traffic } from '../delivery/Traffic.ts';
import { Faults } from '../faults/Faults.ts';
import { FunctionExecutions } from '../interaction/FunctionExecutions.ts';
import { MessageStates } from '../interaction/MessageStates.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { Mailbox } from '../mail/Mailbox.ts';
import type { PlaygroundOptions } from '../PlaygroundOptions.ts';
import type { AppManifest } from '../readManifest.ts';
import { ResponseUrls } from '../respond/ResponseUrls.ts';
import { SocketHub } from '../socket/SocketHub.ts';
import { SocketTransport } from '../socket/SocketTransport.ts';
import { OauthGrants } from '../webApi/OauthGrants.ts';
import { RateLimits } from '../webApi/RateLimits.ts';
import { Tokens } from '../webApi/Tokens.ts';
import { Conversations } from './Conversations.ts';
import { FileStore } from './FileStore.ts';
import { identityOf } from './Identity.ts';
import { Messages } from './Messages.ts';
import { Triggers } from './Triggers.ts';
import { TsCounter } from './TsCounter.ts';
import { Views } from './Views.ts';

/** An empty workspace as the options describe it; its URL is known when the server listens. */
export function createWorkspace(
  options: PlaygroundOptions,
  manifest: AppManifest,
  savedNow: Date | undefined,
): LocalSlack {
  const identity = identityOf(options.team, manifest);
  const start = options.start ?? new Date();
  const log = options.log ?? (() => undefined);
  const clock = new PlaygroundClock(savedNow !== undefined && savedNow > start ? savedNow : start);
  const faults = new Faults();
  const traffic = new Traffic();
  const activity = new Activity();
  const sockets = new SocketHub(identity.appId);
  const tokens = new Tokens();
  tokens.grant(identity.botToken, 'bot', manifest.botScopes);
  tokens.grant(identity.appToken, 'app', ['connections:write']);
  const around = { clock, faults, traffic, activity };
  return {
    url: '',
    identity,
    manifest,
    ...around,
    hooks: new ClockHooks(log),
    users: new Map(options.users.map((user) => [user.id, user])),
    deactivated: new Set(),
    conversations: new Conversations(options.channels, options.users, identity.botUserId, clock.now()),
    messages: new Messages(),
    ts: new TsCounter(),
    views: new Views(),
    files: new FileStore(),
    scheduled: new Map(),
    messageStates: new MessageStates(),
    executions: new FunctionExecutions(),
    troubles: new Map(),
    triggers: new Triggers(),
    responseUrls: new ResponseUrls(),
    tokens,
    oauthGrants: new OauthGrants(),
    limits: new RateLimits(clock, faults),
    delivery: new Delivery(new SocketTransport(sockets), around, options.eventRetryDelays),
    sockets,
    mailbox: new Mailbox(),
    watchers: new Watchers(),
    changed: () => undefined,
    log,
  };
}
