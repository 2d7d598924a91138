import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendHtml, sendText } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { Message } from '../state/model.ts';
import { escapeHtml } from './escapeHtml.ts';

/** How many messages of a channel the page shows. */
const SHOWN = 50;

/** `/`: the channels and their last messages, plainly. */
export function overviewPage(
  slack: LocalSlack,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const isPage = rest === '' || request.url?.startsWith('/archives/');
  if (!isPage || request.method !== 'GET') {
    sendText(response, 404, 'Nothing is here.');
    return;
  }
  const { team, appName } = slack.identity;
  const channels = slack.conversations.all().map((conversation) => {
    const name = conversation.kind === 'im' ? `${appName} and ${conversation.name}` : `#${conversation.name}`;
    const messages = slack.messages.list(conversation.id).slice(-SHOWN);
    return messages.length === 0 && conversation.kind === 'im'
      ? ''
      : `<section><h2>${escapeHtml(name)}</h2><ol>${messages.map((m) => item(slack, m)).join('')}</ol></section>`;
  });
  sendHtml(
    response,
    200,
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(team.name)}</title><style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
li{white-space:pre-wrap;margin:.5rem 0}</style></head><body><h1>${escapeHtml(team.name)}</h1>
<p>It is <time>${slack.clock.now().toISOString()}</time> here.</p>${channels.join('')}</body></html>`,
  );
}

function item(slack: LocalSlack, message: Message): string {
  const author = slack.users.get(message.user)?.real_name ?? slack.identity.botName;
  const time = new Date(Number(message.ts.split('.')[0]) * 1000).toISOString();
  return `<li><b>${escapeHtml(author)}</b> <time>${time}</time>\n${escapeHtml(message.text)}</li>`;
}
