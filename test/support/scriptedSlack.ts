import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Args = Record<string, string>;
type Answer = Record<string, unknown>;

/** What shall go wrong with the next call of a method: an error code, an HTTP status, a 429, or a lost connection. */
export type Mishap =
  | { readonly error: string; readonly messages?: string[] }
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'drop'
  /** the work is done, the answer is lost */
  | 'lose_reply';

export interface ScriptedMessage {
  readonly channel: string;
  readonly ts: string;
  text: string;
  blocks: unknown;
  readonly thread_ts?: string;
  readonly metadata?: { event_payload: { key: string } };
  readonly reactions: string[];
}

/** A Slack that does as little as delivery needs, and what a test wants to go wrong. Not strict: the playground is. */
export class ScriptedSlack {
  readonly messages: ScriptedMessage[] = [];
  readonly calls: { readonly method: string; readonly args: Args }[] = [];
  readonly channels = new Map<string, Answer>();
  readonly members = new Map<string, string[]>();
  readonly people = new Map<string, Answer>();
  readonly uploads = new Map<string, number>();
  /** first ts that is given out, seconds */
  epoch = 1_790_000_000;
  apiUrl = '';
  readonly #mishaps: { method: string; channel: string | undefined; mishap: Mishap; times: number }[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.apiUrl = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/`;
    return this;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** The next `times` calls of a method (in one channel, when given) go wrong like this. */
  goWrong(method: string, mishap: Mishap, { times = 1, channel }: { times?: number; channel?: string } = {}) {
    this.#mishaps.push({ method, channel, mishap, times });
  }

  textsIn(channel: string): string[] {
    return this.messages.filter((m) => m.channel === channel).map((m) => m.text);
  }

  called(method: string): Args[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.args);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const path = request.url ?? '';
    if (path.startsWith('/upload/')) {
      this.uploads.set(path.slice('/upload/'.length), body.length);
      response.end('OK');
      return;
    }
    const method = path.replace(/^\/api\//, '');
    const args: Args = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    this.calls.push({ method, args });
    const mishap = this.#mishapOf(method, args.channel);
    if (mishap === 'drop') return void response.destroy();
    if (mishap === 'lose_reply') {
      this.#answer(method, args);
      return void response.destroy();
    }
    if (mishap && 'status' in mishap) {
      response.writeHead(mishap.status, mishap.headers ?? {}).end('{"ok":false,"error":"ratelimited"}');
      return;
    }
    const answer = mishap
      ? { ok: false, error: mishap.error, response_metadata: { messages: mishap.messages ?? [] } }
      : this.#answer(method, args);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #mishapOf(method: string, channel: string | undefined): Mishap | undefined {
    const found = this.#mishaps.find(
      (m) => m.method === method && m.times > 0 && (m.channel === undefined || m.channel === channel),
    );
    if (found) found.times -= 1;
    return found?.mishap;
  }

  #answer(method: string, args: Args): Answer {
    const { channel = '', ts, timestamp } = args;
    const message = this.messages.find((m) => m.channel === channel && m.ts === (ts ?? timestamp));
    switch (method) {
      case 'chat.postMessage':
        return this.#post(args);
      case 'chat.update':
        if (!message) return { ok: false, error: 'message_not_found' };
        message.text = args.text ?? '';
        message.blocks = JSON.parse(args.blocks ?? '[]');
        return { ok: true, channel, ts };
      case 'chat.delete':
        if (!message) return { ok: false, error: 'message_not_found' };
        this.messages.splice(this.messages.indexOf(message), 1);
        return { ok: true, channel, ts };
      case 'reactions.add':
        if (!message) return { ok: false, error: 'message_not_found' };
        if (message.reactions.includes(args.name ?? '')) return { ok: false, error: 'already_reacted' };
        message.reactions.push(args.name ?? '');
        return { ok: true };
      case 'conversations.open':
        return { ok: true, channel: { id: `D${args.users}` } };
      case 'conversations.info':
        return { ok: true, channel: { id: channel, ...this.channels.get(channel) } };
      case 'conversations.members':
        return { ok: true, members: this.members.get(channel) ?? ['U1'] };
      case 'users.info':
        return { ok: true, user: { id: args.user, ...this.people.get(args.user ?? '') } };
      case 'conversations.history':
        return this.#history(args, (m) => m.channel === channel && m.thread_ts === undefined);
      case 'conversations.replies':
        return this.#history(args, (m) => m.channel === channel && (m.thread_ts === ts || m.ts === ts));
      case 'files.getUploadURLExternal':
        return {
          ok: true,
          upload_url: this.apiUrl.replace('/api/', '/upload/F00000001'),
          file_id: 'F00000001',
        };
      case 'files.completeUploadExternal':
        return { ok: true, files: [{ id: 'F00000001' }] };
      case 'files.info':
        return {
          ok: true,
          file: { id: args.file, mimetype: 'text/csv', permalink: 'https://files.example/F1' },
        };
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  #post(args: Args): Answer {
    const place = args.channel ?? '';
    const channel = /^U/.test(place) ? `D${place}` : place;
    const ts = `${this.epoch}.${String(this.messages.length + 1).padStart(6, '0')}`;
    this.messages.push({
      channel,
      ts,
      text: args.text ?? '',
      blocks: JSON.parse(args.blocks ?? '[]'),
      reactions: [],
      ...(args.thread_ts === undefined ? {} : { thread_ts: args.thread_ts }),
      ...(args.metadata === undefined ? {} : { metadata: JSON.parse(args.metadata) }),
    });
    return { ok: true, channel, ts };
  }

  #history(args: Args, wanted: (message: ScriptedMessage) => boolean): Answer {
    const since = Number(args.oldest ?? 0);
    const messages = this.messages.filter((m) => wanted(m) && Number(m.ts) >= since);
    return { ok: true, messages: messages.toReversed(), response_metadata: { next_cursor: '' } };
  }
}
