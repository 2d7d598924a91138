import { z } from 'zod';
import type { Playground } from '../../../src/playground/startPlayground.ts';

const element = z.looseObject({ type: z.string(), action_id: z.string().optional() });
const view = z.looseObject({
  id: z.string(),
  hash: z.string(),
  callback_id: z.string(),
  title: z.looseObject({ text: z.string() }),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string() })),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), element)) }),
  errors: z.record(z.string(), z.string()).optional(),
});
const message = z.looseObject({
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(z.looseObject({ type: z.string() })),
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()), count: z.number() })),
  thread_ts: z.string().optional(),
  metadata: z.unknown(),
  files: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  ephemeral: z.boolean().optional(),
});
const traffic = z.object({
  at: z.string(),
  direction: z.enum(['in', 'out']),
  kind: z.string(),
  name: z.string(),
  request: z.unknown(),
  response: z.unknown(),
  ms: z.number(),
});
const mail = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  message_id: z.string(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })),
  attachments: z.array(
    z.object({ filename: z.string(), type: z.string(), size: z.number(), content_base64: z.string() }),
  ),
});
const state = z.object({
  user: z.string(),
  users: z.array(z.object({ id: z.string(), name: z.string(), real_name: z.string(), tz: z.string() })),
  channels: z.array(
    z.looseObject({ id: z.string(), name: z.string(), is_im: z.boolean(), messages: z.array(message) }),
  ),
  views: z.array(view),
  home: view.omit({ title: true }).nullable(),
  trouble: z.string().nullable(),
  now: z.string(),
});

export type SeenMessage = z.infer<typeof message>;

/** What somebody at the keyboard can do. */
export function personAt(playground: Playground, user: string) {
  const get = async (path: string) => (await fetch(`${playground.url}/client/${path}`)).json();
  const post = async (name: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${playground.url}/client/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return z.record(z.string(), z.unknown()).parse(await answer.json());
  };
  const see = async (filter = '') => state.parse(await get(`state?user=${user}&${filter}`));
  return {
    see,
    post,
    get,
    mail: async () => mail.array().parse(await get('mail')),
    traffic: async () => traffic.array().parse(await get('traffic')),
    do: (name: string, body: object) => post(name, { user, ...body }),
    messages: async (channel: string): Promise<SeenMessage[]> =>
      (await see()).channels.find((c) => c.id === channel)?.messages ?? [],
    topView: async () => {
      const top = (await see()).views.at(-1);
      if (!top) throw new Error('no modal is open');
      return top;
    },
  };
}
