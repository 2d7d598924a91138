import type { Message, StateValues } from '../state/model.ts';
import { stateValues } from './inputState.ts';

/** What each person has chosen in the selects of a message, until they reload. */
export class MessageStates {
  private readonly kept = new Map<string, StateValues>();

  of(user: string, message: Message): StateValues {
    return stateValues(message.blocks ?? [], this.kept.get(keyOf(user, message)) ?? {}, message.channel);
  }

  set(user: string, message: Message, values: StateValues): void {
    if (Object.keys(values).length > 0) this.kept.set(keyOf(user, message), values);
  }
}

function keyOf(user: string, message: Message): string {
  return `${user} ${message.channel} ${message.ts}`;
}
