import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { settle } from '../delivery/settle.ts';
import { readBody } from '../http/readBody.ts';
import { sendJson } from '../http/reply.ts';
import { parseJson } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import { action } from './action.ts';
import { changeAccount } from './changeAccount.ts';
import type { ClientCall } from './clientCall.ts';
import { clock } from './clock.ts';
import { close } from './close.ts';
import { command } from './command.ts';
import { deactivate } from './deactivate.ts';
import { faults } from './faults.ts';
import { home } from './home.ts';
import { message } from './message.ts';
import { options } from './options.ts';
import { react } from './react.ts';
import { readClient } from './readClient.ts';
import { runFunction } from './runFunction.ts';
import { shortcut } from './shortcut.ts';
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
  account: changeAccount,
  deactivate,
  function: runFunction,
};

/** A person's side, `/client/*`: every answer comes when the app has done what it set off. */
export async function handleClient(
  slack: LocalSlack,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === 'GET') {
      readClient(slack, name, request, response);
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
