import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/readBody.ts';
import { sendText } from '../http/reply.ts';
import type { LocalSlack } from '../LocalSlack.ts';

/** Second step of an upload: the bytes, raw or as the first file of a multipart form. */
export async function receiveUpload(
  slack: LocalSlack,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const over = slack.activity.begin();
  response.on('close', over);
  const body = await readBody(request);
  const file = slack.files.get(id);
  if (!file || file.complete) return sendText(response, 404, 'no such upload');
  file.content = await fileIn(body, request.headers['content-type'] ?? '');
  slack.traffic.add({
    at: slack.clock.now().toISOString(),
    direction: 'in',
    kind: 'upload',
    name: file.name,
    request: { file: id, size: file.content.length },
    response: 'OK',
    ms: 0,
  });
  sendText(response, 200, `OK - ${file.content.length}`);
}

async function fileIn(body: Buffer, contentType: string): Promise<Buffer> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  for (const part of form.values()) {
    if (typeof part !== 'string') return Buffer.from(await part.arrayBuffer());
  }
  return Buffer.alloc(0);
}
