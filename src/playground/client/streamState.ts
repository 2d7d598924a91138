import type { ServerResponse } from 'node:http';
import type { LocalSlack } from '../LocalSlack.ts';
import { renderState, type StateFilter } from './renderState.ts';

/** Server-sent events: the whole state now, and again whenever it has changed. */
export function streamState(slack: LocalSlack, filter: StateFilter, response: ServerResponse): void {
  const write = () => response.write(`data: ${JSON.stringify(renderState(slack, filter))}\n\n`);
  const first = renderState(slack, filter);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  response.write(`data: ${JSON.stringify(first)}\n\n`);
  response.on('close', slack.watchers.add(write));
}
