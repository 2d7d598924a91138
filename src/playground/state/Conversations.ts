import type { PlaygroundChannel, PlaygroundUser } from '../PlaygroundOptions.ts';
import type { Conversation } from './model.ts';

/** The channels of the workspace and the bot's direct messages, one for each person. */
export class Conversations {
  private readonly byId = new Map<string, Conversation>();
  private readonly botUserId: string;

  constructor(
    channels: readonly PlaygroundChannel[],
    users: readonly PlaygroundUser[],
    botUserId: string,
    created: Date,
  ) {
    this.botUserId = botUserId;
    const base = { isArchived: false, isExtShared: false, created: Math.floor(created.getTime() / 1000) };
    for (const channel of channels) {
      this.byId.set(channel.id, {
        ...base,
        id: channel.id,
        name: channel.name,
        kind: channel.is_private ? 'private' : 'public',
        members: new Set([...channel.members, ...(channel.botIsMember ? [botUserId] : [])]),
        topic: channel.topic ?? '',
        isArchived: channel.is_archived ?? false,
        isExtShared: channel.is_ext_shared ?? false,
      });
    }
    for (const user of users) {
      const id = `D${user.id.slice(1)}`;
      this.byId.set(id, {
        ...base,
        id,
        name: user.name,
        kind: 'im',
        members: new Set([user.id, botUserId]),
        topic: '',
      });
    }
  }

  all(): Conversation[] {
    return [...this.byId.values()];
  }

  get(id: string): Conversation | undefined {
    return this.byId.get(id);
  }

  /** The direct message between the bot and a person. */
  dmWith(userId: string): Conversation | undefined {
    return this.all().find((c) => c.kind === 'im' && c.members.has(userId));
  }

  /** The person at the other end of one of the bot's direct messages. */
  otherEnd(conversation: Conversation): string | undefined {
    return [...conversation.members].find((id) => id !== this.botUserId);
  }

  botIsIn(id: string): boolean {
    return this.byId.get(id)?.members.has(this.botUserId) ?? false;
  }

  /** Who joined or left since the options were written, for the state file. */
  dump(): { id: string; members: string[]; isArchived: boolean }[] {
    return this.all().map(({ id, members, isArchived }) => ({ id, members: [...members], isArchived }));
  }

  load(saved: { id: string; members: string[]; isArchived: boolean }[]): void {
    for (const { id, members, isArchived } of saved) {
      const known = this.byId.get(id);
      if (!known) continue;
      for (const member of members) known.members.add(member);
      known.isArchived ||= isArchived;
    }
  }
}
