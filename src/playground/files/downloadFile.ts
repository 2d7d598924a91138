import type { IncomingMessage, ServerResponse } from 'node:http';
import { send, sendHtml } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import type { StoredFile } from '../state/model.ts';

/** `url_private`: the bytes for who brings a token with files:read, Slack's sign-in page (200) for anyone else. */
export function downloadFile(
  slack: LocalSlack,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const id = /^[^/]*-(F[A-Z0-9]+)\//.exec(path)?.[1] ?? '';
  const file = slack.files.get(id);
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const mayRead = slack.tokens.find(bearer)?.scopes.has('files:read') ?? false;
  if (!mayRead || !file?.complete || file.deleted) {
    sendHtml(
      response,
      200,
      '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>',
    );
    return;
  }
  sendFile(response, file);
}

/** A file's bytes; anything a browser might run is handed over as a download. */
export function sendFile(response: ServerResponse, file: StoredFile): void {
  const shown = file.mimetype.startsWith('image/') && file.mimetype !== 'image/svg+xml';
  send(response, 200, file.mimetype, file.content, {
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
