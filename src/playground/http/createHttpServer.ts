import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { handleClient } from '../client/handleClient.ts';
import { handleClock } from '../clock/handleClock.ts';
import { downloadFile } from '../files/downloadFile.ts';
import { receiveUpload } from '../files/receiveUpload.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { authorizePage } from '../page/authorizePage.ts';
import { servePage } from '../page/servePage.ts';
import { handleResponseUrl } from '../respond/handleResponseUrl.ts';
import { handleCall } from '../webApi/handleCall.ts';
import { sendJson, sendText } from './reply.ts';

type Handler = (
  slack: LocalSlack,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | void;

/** Who answers below each path; the first that fits. */
const ROUTES: readonly [prefix: string, handler: Handler][] = [
  ['/api/', handleCall],
  ['/client/', handleClient],
  ['/clock', handleClock],
  ['/services/', handleResponseUrl],
  ['/upload/v1/', receiveUpload],
  ['/files-pri/', downloadFile],
  ['/oauth/v2/authorize', authorizePage],
  ['/assets/', servePage],
  ['/', servePage],
];

/** The playground's one server: Slack's side and a person's side. */
export function createHttpServer(slack: LocalSlack): Server {
  const server = createServer((request, response) => {
    answer(slack, request, response).catch((error: unknown) => {
      slack.log(`${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
      sendJson(response, 500, { ok: false, error: 'internal_error' });
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/link')) slack.sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  return server;
}

async function answer(slack: LocalSlack, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isFromHere(slack, request))
    return sendText(response, 403, 'This playground answers its own machine only.');
  const { pathname } = new URL(request.url ?? '/', slack.url);
  const route = ROUTES.find(([prefix]) => pathname.startsWith(prefix));
  if (route) await route[1](slack, decodeURIComponent(pathname.slice(route[0].length)), request, response);
}

/** Neither a strange host name that resolves to this machine nor another site's page gets an answer. */
function isFromHere(slack: LocalSlack, { headers }: IncomingMessage): boolean {
  const { port } = new URL(slack.url);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const origin = headers.origin;
  const originIsOwn = origin === undefined || hosts.some((host) => origin === `http://${host}`);
  return hosts.includes(headers.host ?? '') && originIsOwn;
}
