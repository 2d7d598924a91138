import { z } from 'zod';
import { errorCodes } from '../../core/errorCodes.ts';
import { DeliveryFailure } from '../../delivery/DeliveryFailure.ts';
import { Audience } from '../../delivery/slack/Audience.ts';
import type { SlackClient } from '../../delivery/slack/SlackClient.ts';
import { slackCode, slackFailure } from '../../delivery/slack/slackFailure.ts';
import type { ChannelFacts, SlackFacts, TokenAnswer } from './DoctorFacts.ts';

const who = z.object({
  team: z.string().optional(),
  team_id: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

const place = z.object({
  channel: z.object({
    name: z.string().optional(),
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
  }),
});

/** A part of the app's manifest. */
const manifestScopes = z.object({
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
});

export interface SlackAnswers extends Omit<SlackFacts, 'channels'> {
  readonly teamId: string | undefined;
}

/** Whether Slack takes the tokens, and what it lets Duly do, against what the manifest asks for. Never throws for Slack's answers. */
export async function askSlack(options: {
  readonly bot: SlackClient;
  /** speaks with the app-level token; absent in HTTP mode */
  readonly app?: SlackClient | undefined;
  readonly manifest: unknown;
}): Promise<SlackAnswers> {
  const { bot, app, manifest } = options;
  const { bot: required, bot_optional: optional } = manifestScopes.parse(manifest).oauth_config.scopes;
  const appToken = app && (await answerOf(() => app.call('apps.connections.open', {})));
  try {
    const { team, team_id, response_metadata } = who.parse(await bot.call('auth.test', {}));
    return {
      token: { ok: true, ...(team !== undefined && { team }) },
      teamId: team_id,
      appToken,
      scopes: { granted: response_metadata?.scopes, required, optional },
    };
  } catch (error) {
    return { token: refusal(error), teamId: undefined, appToken, scopes: { required, optional } };
  }
}

/** Looks at the channels that Duly posts into: is it in there, and who else is. */
export async function lookAtChannels(
  bot: SlackClient,
  ids: readonly string[],
): Promise<Record<string, ChannelFacts>> {
  const audience = new Audience(async () => {});
  const found: Record<string, ChannelFacts> = {};
  for (const id of ids) found[id] = await lookAt(bot, audience, id);
  return found;
}

async function lookAt(bot: SlackClient, audience: Audience, id: string): Promise<ChannelFacts> {
  let name = id;
  try {
    const { channel } = place.parse(await bot.call('conversations.info', { channel: id }));
    name = channel.name ?? id;
    if (channel.is_archived) return { kind: 'archived', name };
    if (!channel.is_member) return { kind: 'not_member', name };
    await audience.admit((method, args) => bot.call(method, args), 'doctor', id);
    return { kind: 'open', name };
  } catch (error) {
    const { why } = error instanceof DeliveryFailure ? error : slackFailure(error);
    if (why === 'shared_outside' || why === 'has_guests') return { kind: why, name };
    return { kind: why === 'channel_not_found' ? 'not_found' : 'unknown', why };
  }
}

async function answerOf(call: () => Promise<unknown>): Promise<TokenAnswer> {
  try {
    await call();
    return { ok: true };
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): TokenAnswer & { readonly ok: false } {
  const { why } = slackFailure(error);
  if (slackCode(error) !== undefined) return { ok: false, why };
  const system = errorCodes(error).at(-1);
  return { ok: false, why: system === undefined ? why : `${why} (${system})`, unreached: true };
}
