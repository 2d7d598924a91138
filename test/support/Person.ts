import { request } from 'undici';
import { z } from 'zod';

const block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
const messageSchema = z.looseObject({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(block),
  reactions: z.array(z.looseObject({ name: z.string(), users: z.array(z.string()) })),
  thread_ts: z.string().optional(),
  ephemeral: z.boolean().optional(),
});
const viewSchema = z.looseObject({
  id: z.string(),
  callback_id: z.string(),
  private_metadata: z.string().optional(),
  title: z.looseObject({ text: z.string() }).optional(),
  blocks: z.array(block),
});
const stateSchema = z.looseObject({
  channels: z.array(z.looseObject({ id: z.string(), name: z.string(), messages: z.array(messageSchema) })),
  views: z.array(viewSchema),
  home: viewSchema.nullable(),
  trouble: z.unknown(),
  now: z.string(),
});
const answerSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** A message as somebody sees it, and where. */
export type Seen = z.infer<typeof messageSchema> & { readonly channel: string };
export type SeenView = z.infer<typeof viewSchema>;
export type Answer = z.infer<typeof answerSchema>;
/** `view.state.values` without the action ids: the value field of each input block, by block id. */
export type Filled = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Somebody in front of the local Slack. Every call resolves when Duly has done what it set off. */
export class Person {
  readonly id: string;
  /** the direct message with Duly */
  readonly dm: string;
  readonly #url: string;

  constructor(url: string, id: string) {
    this.#url = url;
    this.id = id;
    this.dm = `D${id.slice(1)}`;
  }

  /** `/debt …`, in the direct message with Duly unless told. Throws when Slack shows an error. */
  async command(text: string, channel: string = this.dm): Promise<void> {
    await this.#must('command', { channel, command: '/debt', text });
  }

  /** Clicks, picks or types in an element of a message or view; `more` holds what was chosen, or a button's `value`. */
  async click(at: Seen | SeenView, actionId: string, more: Record<string, unknown> = {}): Promise<void> {
    const place = 'ts' in at ? { channel: at.channel, ts: at.ts } : { view: at.id };
    await this.#must('action', { ...place, action_id: actionId, ...more });
  }

  /** Submits the top modal, filled in. Answers what Slack or Duly said about it: `errors` by block id where it is not taken. */
  async submit(values: Filled = {}): Promise<Answer> {
    const view = await this.view();
    return this.#call('submit', { view: view.id, values: withActionIds(view, values) });
  }

  async close(): Promise<void> {
    await this.#must('close', { view: (await this.view()).id });
  }

  /** The labels and values that a typeahead offers for what is typed. */
  async options(at: Seen | SeenView, actionId: string, typed: string) {
    const place = 'ts' in at ? { channel: at.channel, ts: at.ts } : { view: at.id };
    const answer = await this.#must('options', { ...place, action_id: actionId, value: typed });
    const option = z.looseObject({ text: z.looseObject({ text: z.string() }), value: z.string() });
    const { options } = z.looseObject({ options: z.array(option) }).parse(answer);
    return options.map(({ text, value }) => ({ text: text.text, value }));
  }

  async react(to: Seen, name: string, remove = false): Promise<void> {
    await this.#must('react', { channel: to.channel, ts: to.ts, name, remove });
  }

  /** Writes a message; answers its ts. */
  async write(channel: string, text: string, threadTs?: string): Promise<string> {
    const answer = await this.#must('message', { channel, text, ...(threadTs && { thread_ts: threadTs }) });
    return z.looseObject({ ts: z.string() }).parse(answer).ts;
  }

  /** Drops a file into a conversation, the direct message with Duly unless told. */
  async drop(filename: string, content: string | Buffer, channel: string = this.dm): Promise<void> {
    const content_base64 = Buffer.from(content).toString('base64');
    await this.#must('upload', { channel, filename, content_base64 });
  }

  async shortcut(callbackId: string, on?: Seen): Promise<void> {
    await this.#must('shortcut', { callback_id: callbackId, ...(on && { channel: on.channel, ts: on.ts }) });
  }

  /** Opens the Home tab and looks at it. Throws when there is none. */
  async home(): Promise<SeenView> {
    await this.#must('home', {});
    const { home } = await this.state(1);
    if (!home) throw new Error(`${this.id} has no Home tab`);
    return home;
  }

  /** All that this person sees; of each channel the last `limit` messages alone, where told. */
  async state(limit?: number) {
    const narrowed = limit === undefined ? '' : `&limit=${limit}`;
    const answer = await request(`${this.#url}/client/state?user=${this.id}${narrowed}`);
    return stateSchema.parse(await answer.body.json());
  }

  /** What this person sees in a channel, oldest first, ephemeral messages and thread replies included. */
  async messages(channel: string = this.dm): Promise<Seen[]> {
    const { channels } = await this.state();
    const found = channels.find(({ id }) => id === channel);
    return (found?.messages ?? []).map((message) => ({ ...message, channel }));
  }

  /** The newest message of a channel. Throws when there is none. */
  async last(channel: string = this.dm): Promise<Seen> {
    const message = (await this.messages(channel)).at(-1);
    if (!message) throw new Error(`${this.id} sees no message in ${channel}`);
    return message;
  }

  /** The top modal. Throws when none is open. */
  async view(): Promise<SeenView> {
    const view = (await this.state(1)).views.at(-1);
    if (!view) throw new Error(`${this.id} has no modal open`);
    return view;
  }

  async #must(name: string, body: Record<string, unknown>): Promise<Answer> {
    const answer = await this.#call(name, body);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async #call(name: string, body: Record<string, unknown>): Promise<Answer> {
    const answer = await request(`${this.#url}/client/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user: this.id, ...body }),
    });
    return answerSchema.parse(await answer.body.json());
  }
}

function withActionIds(view: SeenView, values: Filled) {
  const input = z.looseObject({ element: z.looseObject({ action_id: z.string() }) });
  return Object.fromEntries(
    Object.entries(values).map(([blockId, value]) => {
      const found = view.blocks.find(({ block_id }) => block_id === blockId);
      if (!found) throw new Error(`the modal has no field ${blockId}`);
      return [blockId, { [input.parse(found).element.action_id]: value }];
    }),
  );
}
