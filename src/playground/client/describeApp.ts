import { HttpTransport } from '../http/HttpTransport.ts';
import type { JsonObject } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';

/**
 * What it takes to speak as the app or to the app from a command line. The tokens guard nothing but this
 * machine's own playground. `request_url` is null while the app is reached by Socket Mode.
 */
export function describeApp({ url, identity, delivery }: LocalSlack): JsonObject {
  const { transport } = delivery;
  return {
    id: identity.appId,
    name: identity.appName,
    api_url: `${url}/api/`,
    bot_token: identity.botToken,
    app_token: identity.appToken,
    signing_secret: identity.signingSecret,
    request_url: transport instanceof HttpTransport ? transport.url : null,
  };
}
