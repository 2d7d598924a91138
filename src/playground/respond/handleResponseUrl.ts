import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/readBody.ts';
import { sendJson, sendText } from '../http/reply.ts';
import { parseJson } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import { applyResponse } from './applyResponse.ts';

const GONE = new Set(['no_such_url', 'expired_url', 'used_url']);

/** An app posts to a response_url: `ok`, 404 for a URL that no longer lives, 400 for a message Slack refuses. */
export async function handleResponseUrl(
  slack: LocalSlack,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const over = slack.activity.begin();
  response.on('close', over);
  const body = parseJson((await readBody(request)).toString('utf8'));
  let outcome = 'ok';
  try {
    applyResponse(slack, slack.responseUrls.use(secret, slack.clock.now()), body);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    outcome = error.code;
  }
  slack.traffic.add({
    at: slack.clock.now().toISOString(),
    direction: 'in',
    kind: 'response_url',
    name: 'response_url',
    request: body,
    response: outcome,
    ms: 0,
  });
  if (outcome === 'ok') sendText(response, 200, 'ok');
  else sendJson(response, GONE.has(outcome) ? 404 : 400, { ok: false, error: outcome });
}
