import type { Channel } from '../../api/state.ts';
import type { Route } from './Route.ts';

/** The channel that a route means to this member: another member's direct message is their own; else the first channel. */
export function openChannel(channels: readonly Channel[], { channel }: Route): Channel | undefined {
  const found = channels.find(({ id }) => id === channel);
  if (found) return found;
  const direct = channel?.startsWith('D') ? channels.find(({ is_im }) => is_im) : undefined;
  return direct ?? channels[0];
}
