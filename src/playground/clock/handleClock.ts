import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody } from '../http/readBody.ts';
import { sendJson } from '../http/reply.ts';
import { parseJson } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';

const hookSchema = z.object({
  hook: z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost|\[::1\])$/ }),
});

/** An app's side of the clock: read it, follow it by a hook on this machine, follow it no more. */
export async function handleClock(
  slack: LocalSlack,
  _rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson((await readBody(request)).toString('utf8'));
  const named = hookSchema.safeParse(body);
  if (request.method === 'POST') {
    if (!named.success) return sendJson(response, 400, { ok: false, error: 'invalid_hook' });
    slack.hooks.add(named.data.hook);
  }
  if (request.method === 'DELETE') slack.hooks.remove(named.success ? named.data.hook : undefined);
  sendJson(response, 200, { now: slack.clock.now().toISOString() });
}
