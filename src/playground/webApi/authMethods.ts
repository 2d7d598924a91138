import { z } from 'zod';
import { SlackError } from '../SlackError.ts';
import { optional } from './arguments.ts';
import { method } from './method.ts';
import { botScopesText } from './OauthGrants.ts';

export const authMethods = {
  'auth.test': method({
    tier: 'special',
    args: z.object({}),
    run: ({ url, identity }) => ({
      ok: true,
      url: `${url}/`,
      team: identity.team.name,
      user: identity.botName,
      team_id: identity.team.id,
      user_id: identity.botUserId,
      bot_id: identity.botId,
      app_id: identity.appId,
      is_enterprise_install: false,
    }),
  }),
  'apps.connections.open': method({
    tier: 't3',
    by: 'app',
    scopes: ['connections:write'],
    args: z.object({}),
    run: ({ url, sockets, identity }) => ({
      ok: true,
      url: `${url.replace('http', 'ws')}/link/?ticket=${sockets.newTicket()}&app_id=${identity.appId}`,
    }),
  }),
  'oauth.v2.access': method({
    tier: 'special',
    by: 'anyone',
    args: z.object({
      client_id: optional,
      client_secret: optional,
      code: optional,
      redirect_uri: optional,
      grant_type: optional,
    }),
    run: ({ identity, manifest, tokens, clock, oauthGrants }, args) => {
      if (args.client_id !== identity.clientId) throw new SlackError('invalid_client_id');
      if (args.client_secret !== identity.clientSecret) throw new SlackError('bad_client_secret');
      if (args.grant_type === 'refresh_token') throw new SlackError('invalid_refresh_token');
      const grant = oauthGrants.redeem(args.code ?? '', args.redirect_uri, clock.now());
      tokens.grant(grant.token, 'bot', manifest.botScopes);
      return {
        ok: true,
        access_token: grant.token,
        token_type: 'bot',
        scope: botScopesText(manifest),
        bot_user_id: identity.botUserId,
        app_id: identity.appId,
        team: { id: identity.team.id, name: identity.team.name },
        enterprise: null,
        authed_user: { id: grant.user },
        is_enterprise_install: false,
      };
    },
  }),
};
