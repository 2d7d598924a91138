import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { settle } from '../delivery/settle.ts';
import { sendFile } from '../files/downloadFile.ts';
import { readBody } from '../http/readBody.ts';
import { sendJson } from '../http/reply.ts';
import { parseJson } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { StoredFile } from '../state/model.ts';
import { action } from './action.ts';
import type { ClientCall } from './clientCall.ts';
import { clock } from './clock.ts';
import { close } from './close.ts';
import { command } from './command.ts';
import { faults } from './faults.ts';
import { home } from './home.ts';
import { message } from './message.ts';
import { options } from './options.ts';
import { react } from './react.ts';
import { renderState } from './renderState.ts';
import { runFunction } from './runFunction.ts';
import { shortcut } from './shortcut.ts';
import { streamState } from './streamState.ts';
import { submit } from './submit.ts';
import { upload } from './upload.ts';

const CALLS: Record<string, ClientCall> = {
  command,
  action,
  submit,
  close,
  options,
  react,
  message,
  upload,
  shortcut,
  home,
  clock,
  faults,
  function: runFunction,
};

const filterSchema = z.object({
  user: z.string().optional(),
  channel: z.string().optional(),
  since: z.string().optional(),
  limit: z.coerce.number().int().positive().optional(),
});

/** A person's side, `/client/*`: every answer comes when the app has done what it set off. */
export async function handleClient(
  slack: LocalSlack,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === 'GET') {
      read(slack, name, request, response);
      return;
    }
    const call = request.method === 'POST' ? CALLS[name] : undefined;
    if (!call) return sendJson(response, 404, { ok: false, error: 'unknown_call' });
    const body = parseJson((await readBody(request)).toString('utf8'));
    const answer = await call.run(slack, body).finally(() => settle(slack));
    sendJson(response, 200, answer);
  } catch (error) {
    if (error instanceof SlackError)
      sendJson(response, 200, { ok: false, error: error.code, ...error.extra });
    else if (error instanceof z.ZodError) {
      sendJson(response, 400, { ok: false, error: 'invalid_arguments', detail: z.prettifyError(error) });
    } else throw error;
  }
}

function read(slack: LocalSlack, name: string, request: IncomingMessage, response: ServerResponse): void {
  const filter = filterSchema.parse(Object.fromEntries(new URL(request.url ?? '/', slack.url).searchParams));
  if (name === 'state') sendJson(response, 200, renderState(slack, filter));
  else if (name === 'stream') streamState(slack, filter, response);
  else if (name === 'traffic') sendJson(response, 200, slack.traffic.list());
  else if (name === 'mail') sendJson(response, 200, slack.mailbox.list());
  else sendFile(response, fileSeenBy(slack, filter.user ?? '', name.replace(/^file\//, '')));
}

/** A file that this person dropped or that is shared where they are. @throws SlackError file_not_found */
function fileSeenBy(slack: LocalSlack, user: string, id: string): StoredFile {
  const file = slack.files.get(id);
  const shared = file?.shares.some((s) => slack.conversations.get(s.channel)?.members.has(user));
  if (!file?.complete || file.deleted || !(shared || file.user === user))
    throw new SlackError('file_not_found');
  return file;
}
