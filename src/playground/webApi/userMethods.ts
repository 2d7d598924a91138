import { z } from 'zod';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { PlaygroundUser } from '../PlaygroundOptions.ts';
import { SlackError } from '../SlackError.ts';
import { count, flag, optional, required } from './arguments.ts';
import { method } from './method.ts';
import { page } from './page.ts';
import { zoneOffsetSeconds } from './zoneOffsetSeconds.ts';

/** A person as Web API and events describe them. */
export function renderUser(slack: LocalSlack, user: PlaygroundUser, withLocale: boolean): JsonObject {
  const isBot = user.id === slack.identity.botUserId;
  const mayReadEmail = slack.manifest.botScopes.has('users:read.email');
  return {
    id: user.id,
    team_id: slack.identity.team.id,
    name: user.name,
    deleted: slack.deactivated.has(user.id),
    real_name: user.real_name,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: zoneOffsetSeconds(user.tz, slack.clock.now()),
    profile: {
      real_name: user.real_name,
      real_name_normalized: user.real_name,
      display_name: user.name,
      display_name_normalized: user.name,
      team: slack.identity.team.id,
      ...(mayReadEmail && user.email ? { email: user.email } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.is_restricted ?? false,
    is_ultra_restricted: false,
    is_bot: isBot,
    is_app_user: false,
    updated: 0,
    ...(withLocale ? { locale: user.locale ?? 'en-US' } : {}),
  };
}

/** Everybody an app can look up: the people, and its own bot. */
function everyone({ users, identity }: LocalSlack): PlaygroundUser[] {
  const bot = { id: identity.botUserId, name: identity.botName, real_name: identity.appName, tz: 'UTC' };
  return [...users.values(), bot];
}

export const userMethods = {
  'users.info': method({
    tier: 't4',
    scopes: ['users:read'],
    args: z.object({ user: required, include_locale: flag }),
    run: (slack, args) => {
      const user = everyone(slack).find((u) => u.id === args.user);
      if (!user) throw new SlackError('user_not_found');
      return { ok: true, user: renderUser(slack, user, args.include_locale) };
    },
  }),
  'users.list': method({
    tier: 't2',
    scopes: ['users:read'],
    args: z.object({ cursor: optional, include_locale: flag, limit: count.min(0).max(1000).default(0) }),
    run: (slack, args) => {
      const { items, response_metadata } = page(everyone(slack), args.cursor, args.limit || 1000);
      return {
        ok: true,
        members: items.map((user) => renderUser(slack, user, args.include_locale)),
        cache_ts: Math.floor(slack.clock.now().getTime() / 1000),
        response_metadata,
      };
    },
  }),
  'users.lookupByEmail': method({
    tier: 't3',
    scopes: ['users:read.email'],
    args: z.object({ email: required }),
    run: (slack, args) => {
      const email = args.email.toLowerCase();
      const user = [...slack.users.values()].find((u) => u.email?.toLowerCase() === email);
      if (!user) throw new SlackError('users_not_found');
      return { ok: true, user: renderUser(slack, user, false) };
    },
  }),
};
