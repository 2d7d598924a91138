import { z } from 'zod';
import { DeliveryFailure } from '../DeliveryFailure.ts';
import type { SlackAnswer } from './SlackClient.ts';

/** Told what Slack said of a channel whenever it was asked. */
type Learned = (fact: { workspaceId: string; channel: string; isPrivate: boolean }) => Promise<void>;
type Call = (method: string, args: Record<string, unknown>) => Promise<SlackAnswer>;

const CHANNEL_MS = 60_000;
const PEOPLE_MS = 5 * 60_000;

const flag = z.boolean().optional();
const channelInfo = z.object({
  channel: z.object({
    is_shared: flag,
    is_ext_shared: flag,
    is_org_shared: flag,
    is_pending_ext_shared: flag,
    is_private: flag,
  }),
});
const members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const userInfo = z.object({
  user: z.object({
    deleted: flag,
    is_bot: flag,
    is_restricted: flag,
    is_ultra_restricted: flag,
    is_stranger: flag,
  }),
});
type Person = z.infer<typeof userInfo>['user'];

/**
 * Who would read a post. Nothing goes into a channel that is shared outside the workspace or has guests, nor to a guest
 * directly. What Slack answered is remembered for a minute (channels) or five (members, people), in real time.
 */
export class Audience {
  readonly #answers = new Map<string, { until: number; value: Promise<unknown> }>();
  readonly #learned: Learned;

  constructor(learned: Learned) {
    this.#learned = learned;
  }

  /** Throws DeliveryFailure `refused` (`shared_outside`, `has_guests`, `is_guest`) and the errors of `call`. */
  async admit(call: Call, workspaceId: string, place: string): Promise<void> {
    // A direct message has no other readers than the member it was opened with.
    if (place.startsWith('D')) return;
    if (/^[UW]/.test(place)) return this.#admitMember(call, workspaceId, place);
    const { channel } = await this.#kept(`${workspaceId}/${place}`, CHANNEL_MS, async () => {
      const info = channelInfo.parse(await call('conversations.info', { channel: place }));
      await this.#learned({ workspaceId, channel: place, isPrivate: info.channel.is_private ?? false });
      return info;
    });
    if (channel.is_shared || channel.is_ext_shared || channel.is_org_shared || channel.is_pending_ext_shared)
      throw new DeliveryFailure('refused', 'shared_outside');
    const readers = await this.#kept(`${workspaceId}/${place}/members`, PEOPLE_MS, () =>
      listMembers(call, place),
    );
    const people = await Promise.all(readers.map((id) => this.#person(call, workspaceId, id)));
    if (people.some(isGuest)) throw new DeliveryFailure('refused', 'has_guests');
  }

  async #admitMember(call: Call, workspaceId: string, id: string): Promise<void> {
    const person = await this.#person(call, workspaceId, id);
    if (person.deleted) throw new DeliveryFailure('place', 'user_disabled');
    if (isGuest(person)) throw new DeliveryFailure('refused', 'is_guest');
  }

  #person(call: Call, workspaceId: string, id: string): Promise<Person> {
    return this.#kept(
      `${workspaceId}/${id}`,
      PEOPLE_MS,
      async () => userInfo.parse(await call('users.info', { user: id })).user,
    );
  }

  async #kept<T>(key: string, milliseconds: number, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    if (known && known.until > Date.now()) return (await known.value) as T;
    if (this.#answers.size > 20_000) this.#answers.clear();
    const value = ask();
    this.#answers.set(key, { until: Date.now() + milliseconds, value });
    try {
      return await value;
    } catch (error) {
      this.#answers.delete(key);
      throw error;
    }
  }
}

function isGuest(person: Person): boolean {
  if (person.deleted || person.is_bot) return false;
  return Boolean(person.is_restricted || person.is_ultra_restricted || person.is_stranger);
}

async function listMembers(call: Call, channel: string): Promise<string[]> {
  const all: string[] = [];
  let cursor = '';
  do {
    const page = members.parse(
      await call('conversations.members', { channel, limit: 500, ...(cursor === '' ? {} : { cursor }) }),
    );
    all.push(...page.members);
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
  return all;
}
