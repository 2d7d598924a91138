import type { Channel, Message } from '../../../src/playground/web/api/state.ts';

/** A message of a state, by its time in seconds. */
export function aMessage(seconds: number, rest: Partial<Message> = {}): Message {
  return {
    ts: `${seconds}.000100`,
    user: 'U1',
    text: `message ${seconds}`,
    blocks: [],
    reactions: [],
    files: [],
    ...rest,
  };
}

export function aChannel(messages: readonly Message[], rest: Partial<Channel> = {}): Channel {
  return {
    id: 'C1',
    name: 'general',
    is_im: false,
    is_private: false,
    is_archived: false,
    topic: '',
    messages,
    ...rest,
  };
}
