import { useEffect, useMemo, useState } from 'react';
import { read } from './call.ts';
import { SHOWN, useSlack } from './LiveSlack.tsx';
import { reuse } from './reuse.ts';
import type { Channel, Message, State } from './state.ts';

/** The last `limit` messages of a channel, or those from `since` (a ts) on. */
export interface Reach {
  readonly limit?: number;
  readonly since?: string;
}

const NONE: readonly Message[] = [];
/** Changes come in bursts; earlier messages are asked for again once they are over. */
const REFRESH_MS = 300;

/** The messages of a channel as they change, further back than the playground streams them if `reach` says so. */
export function useMessages(
  channel: Channel,
  reach: Reach | undefined,
): { readonly messages: readonly Message[]; readonly hasEarlier: boolean } {
  const { state } = useSlack();
  const [earlier, setEarlier] = useState(NONE);
  const whole = channel.messages.length < SHOWN;
  const query = !reach || whole ? undefined : queryOf(state.user, channel.id, reach);
  const fetched = earlier !== NONE;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state is a reason to look at the earlier ones again
  useEffect(() => {
    if (query === undefined) return;
    let stale = false;
    const timer = setTimeout(
      () =>
        read<State>('state', JSON.parse(query) as Record<string, string>).then(
          ({ channels }) => {
            if (!stale) setEarlier((before) => reuse(before, channels[0]?.messages ?? NONE));
          },
          () => undefined,
        ),
      fetched ? REFRESH_MS : 0,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query, state]);

  const messages = useMemo(() => {
    const first = channel.messages[0]?.ts ?? '';
    return whole ? channel.messages : [...earlier.filter(({ ts }) => ts < first), ...channel.messages];
  }, [channel.messages, earlier, whole]);
  const all = reach?.limit !== undefined && fetched && earlier.length < reach.limit;
  return { messages, hasEarlier: !whole && !all };
}

function queryOf(user: string, channel: string, { limit, since }: Reach): string {
  return JSON.stringify({
    user,
    channel,
    ...(limit === undefined ? {} : { limit: String(limit) }),
    ...(since === undefined ? {} : { since }),
  });
}
