import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { sendFile } from '../files/downloadFile.ts';
import { sendJson } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { describeApp } from './describeApp.ts';
import { fileSeenBy } from './fileSeenBy.ts';
import { mailsWithoutBodies } from './mailsWithoutBodies.ts';
import { renderState } from './renderState.ts';
import { sendMailPart } from './sendMailPart.ts';
import { streamState } from './streamState.ts';

const querySchema = z.object({
  user: z.string().optional(),
  channel: z.string().optional(),
  since: z.string().optional(),
  limit: z.coerce.number().int().positive().optional(),
  after: z.coerce.number().int().nonnegative().optional(),
  brief: z.stringbool().optional(),
});

/** `GET /client/*`: what there is to see. @throws ZodError, SlackError for what is not there */
export function readClient(
  slack: LocalSlack,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { searchParams } = new URL(request.url ?? '/', slack.url);
  const { after, brief, ...filter } = querySchema.parse(Object.fromEntries(searchParams));
  const json = (body: unknown) => sendJson(response, 200, body);
  const [what, ...rest] = name.split('/');
  if (name === 'state') json(renderState(slack, filter));
  else if (name === 'stream') streamState(slack, filter, response);
  else if (name === 'traffic') json(after === undefined ? slack.traffic.list() : slack.traffic.after(after));
  else if (name === 'faults')
    json({ ok: true, faults: slack.faults.active(), rate_limits: slack.faults.rateLimits });
  else if (name === 'app') json(describeApp(slack));
  else if (name === 'mail') json(brief ? mailsWithoutBodies(slack) : slack.mailbox.list());
  else if (what === 'mail') sendMailPart(slack, rest, response);
  else sendFile(response, fileSeenBy(slack, filter.user ?? '', name.replace(/^file\//, '')));
}
