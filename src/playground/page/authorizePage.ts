import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';

/**
 * `/oauth/v2/authorize`: says yes for the first member (or `?user=`) and sends the browser back with a code;
 * `?deny=1` says no.
 */
export function authorizePage(
  slack: LocalSlack,
  _rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const query = new URL(request.url ?? '/', slack.url).searchParams;
  const allowed = slack.manifest.redirectUrls;
  const redirectUri = query.get('redirect_uri') ?? allowed[0] ?? '';
  const target = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  const known = allowed.length === 0 || allowed.some((url) => redirectUri.startsWith(url));
  const knownClient = query.get('client_id') === slack.identity.clientId;
  if (!knownClient || !target || !known) {
    sendText(response, 400, knownClient ? 'bad_redirect_uri' : 'invalid_client_id');
    return;
  }
  const user = query.get('user') ?? [...slack.users.keys()][0] ?? '';
  const answer: Record<string, string> = query.has('deny')
    ? { error: 'access_denied' }
    : { code: slack.oauthGrants.issue(user, redirectUri, slack.clock.now()) };
  for (const [key, value] of Object.entries(answer)) target.searchParams.set(key, value);
  const state = query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  response.writeHead(302, { location: target.href, 'content-length': 0 }).end();
}
