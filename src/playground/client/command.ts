import { z } from 'zod';
import { isObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { postMessage } from '../messages/postMessage.ts';
import { applyResponse } from '../respond/applyResponse.ts';
import { SlackError } from '../SlackError.ts';
import { clientCall } from './clientCall.ts';
import { escapeTyped } from './escapeTyped.ts';
import { invite } from './invite.ts';
import { conversationOf, payloadChannel, personOf } from './person.ts';

/** A person sends a slash command. What the app answers with becomes a message. */
export const command = clientCall(
  z.object({ user: z.string(), channel: z.string(), command: z.string(), text: z.string().default('') }),
  async (slack, body) => {
    const user = personOf(slack, body.user);
    const conversation = conversationOf(slack, user.id, body.channel);
    if (body.command === '/invite') return invite(slack, user.id, conversation, body.text);
    const known = slack.manifest.commands.find((c) => c.command === body.command);
    if (!known) throw new SlackError('unknown_command');
    const { identity } = slack;
    const text = escapeTyped(slack, body.text.trim(), { mentions: known.shouldEscape, withNames: true });
    const respondee = { channel: conversation.id, user: user.id };
    const ack = await slack.delivery.deliver('slash_commands', known.command, {
      token: identity.verificationToken,
      team_id: identity.team.id,
      team_domain: identity.team.domain,
      channel_id: conversation.id,
      channel_name: payloadChannel(conversation).name,
      user_id: user.id,
      user_name: user.name,
      command: known.command,
      text,
      api_app_id: identity.appId,
      is_enterprise_install: 'false',
      response_url: `${slack.url}${slack.responseUrls.issue(respondee, slack.clock.now())}`,
      trigger_id: slack.triggers.issue(respondee),
    });
    if (!ack.ok) throw new SlackError(ack.error);
    answer(slack, respondee, ack.payload, `${known.command} ${body.text}`.trim());
    return { ok: true };
  },
);

function answer(
  slack: LocalSlack,
  to: { channel: string; user: string },
  payload: unknown,
  typed: string,
): void {
  const response = typeof payload === 'string' ? { text: payload } : payload;
  if (!isObject(response) || Object.keys(response).length === 0) return;
  if (response.response_type === 'in_channel') {
    const shown = escapeTyped(slack, typed, { mentions: false });
    postMessage(slack, { channel: to.channel, user: to.user, text: shown });
    if (response.text === undefined && response.blocks === undefined) return;
  }
  try {
    applyResponse(slack, to, response);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    slack.log(`the answer to ${typed} is refused: ${error.code} ${JSON.stringify(error.extra)}`);
    throw new SlackError('invalid_command_response', { cause: error.code, ...error.extra });
  }
}
