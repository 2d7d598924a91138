import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults/faultSchema.ts';
import { readBody } from '../http/readBody.ts';
import { sendHtml, sendJson } from '../http/reply.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import { authorizeCall } from './authorizeCall.ts';
import type { Method } from './method.ts';
import { methods } from './methods.ts';

const FAULTS: Fault['kind'][] = ['drop', 'delay', 'http500', 'ratelimited', 'lose_reply', 'html', 'error'];

interface Answer {
  status: number;
  body: JsonObject;
  headers: Record<string, string>;
}

/** Answers one Web API call, `POST /api/<method>`, as Slack would; or as a fault has it. */
export async function handleCall(
  slack: LocalSlack,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const over = slack.activity.begin();
  response.on('close', over);
  const begun = Date.now();
  const at = slack.clock.now().toISOString();
  const given = await readCall(request);
  const record = (answer: unknown) => {
    const { token: _, ...args } = given;
    slack.traffic.add({
      at,
      direction: 'in',
      kind: 'api',
      name,
      request: args,
      response: answer,
      ms: Date.now() - begun,
    });
  };
  const fault = slack.faults.take(FAULTS, name);
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
  if (fault && insteadOfWork(fault, response)) return record(`fault: ${fault.kind}`);
  const answer = await answerCall(slack, name, given, request, fault);
  if (fault?.kind === 'lose_reply') {
    record({ 'fault: lose_reply': answer.body });
    response.destroy();
    return;
  }
  record(answer.body);
  sendJson(response, answer.status, answer.body, answer.headers);
}

/** Form fields or JSON, as one object. */
async function readCall(request: IncomingMessage): Promise<JsonObject> {
  const body = (await readBody(request)).toString('utf8');
  const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
  const fields = Object.fromEntries(query);
  if ((request.headers['content-type'] ?? '').startsWith('application/json')) {
    const parsed = parseJson(body);
    return { ...fields, ...(isObject(parsed) ? parsed : {}) };
  }
  return { ...fields, ...Object.fromEntries(new URLSearchParams(body)) };
}

function insteadOfWork(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'drop') response.destroy();
  else if (fault.kind === 'http500') sendHtml(response, 500, '<html><body>Server Error</body></html>');
  else if (fault.kind === 'html') sendHtml(response, 200, '<html><body>Slack is busy</body></html>');
  else return false;
  return true;
}

async function answerCall(
  slack: LocalSlack,
  name: string,
  given: JsonObject,
  request: IncomingMessage,
  fault: Fault | undefined,
): Promise<Answer> {
  const method = methods.get(name);
  const headers: Record<string, string> = {};
  try {
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const caller = authorizeCall(method, slack.tokens, bearer ?? tokenIn(given));
    headers['x-oauth-scopes'] = [...(caller.token?.scopes ?? [])].join(',');
    headers['x-accepted-oauth-scopes'] = method.scopes.join(',');
    if (fault?.kind === 'error') throw new SlackError(fault.error ?? 'fatal_error');
    if (fault?.kind === 'ratelimited') {
      throw new SlackError('ratelimited', {}, Math.max(1, Math.ceil((fault.ms ?? 1000) / 1000)));
    }
    slack.limits.count(name, method.tier);
    return { status: 200, body: await method.run(slack, given, caller), headers };
  } catch (error) {
    return { ...refusal(slack, name, method, error), headers: { ...headers, ...retryAfter(error) } };
  }
}

function tokenIn(given: JsonObject): string | undefined {
  return typeof given.token === 'string' ? given.token : undefined;
}

function retryAfter(error: unknown): Record<string, string> {
  const seconds = error instanceof SlackError ? error.retryAfter : undefined;
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
}

function refusal(
  slack: LocalSlack,
  name: string,
  method: Method | undefined,
  error: unknown,
): Pick<Answer, 'status' | 'body'> {
  if (error instanceof SlackError) {
    const status = error.retryAfter === undefined ? 200 : 429;
    return { status, body: { ok: false, error: error.code, ...error.extra } };
  }
  slack.log(
    `${name} failed${method ? '' : ' (unknown)'}: ${error instanceof Error ? error.stack : String(error)}`,
  );
  return { status: 500, body: { ok: false, error: 'internal_error' } };
}
