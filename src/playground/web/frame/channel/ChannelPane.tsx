import { type ReactNode, useMemo, useState } from 'react';
import type { Channel } from '../../api/state.ts';
import { type Reach, useMessages } from '../../api/useMessages.ts';
import { Composer } from '../composer/Composer.tsx';
import { MessageList } from '../list/MessageList.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { isReply } from '../side/unread.ts';
import { Announcer } from './Announcer.tsx';
import { FileDrop } from './FileDrop.tsx';
import { useReading } from './useReading.ts';

const MORE = 200;

/** A channel or a direct message: its messages and where one writes. */
export function ChannelPane({ channel, header }: { readonly channel: Channel; readonly header: ReactNode }) {
  const { route } = useRoute();
  const target = route.thread ? undefined : route.ts;
  const [limit, setLimit] = useState<number>();
  const mark = useReading(channel);
  const reach = useMemo<Reach | undefined>(() => {
    if (limit !== undefined) return { limit };
    const first = channel.messages[0]?.ts;
    return target && first && target < first ? { since: target } : undefined;
  }, [limit, target, channel.messages]);
  const { messages, hasEarlier } = useMessages(channel, reach);
  const shown = useMemo(() => messages.filter((message) => !isReply(message)), [messages]);
  const label = channel.is_im ? channel.name : `#${channel.name}`;
  return (
    <FileDrop channel={channel} label={label}>
      {header}
      <MessageList
        label={`Messages in ${label}`}
        channel={channel.id}
        messages={shown}
        mark={mark}
        target={target}
      >
        {hasEarlier ? (
          <button
            type="button"
            className="plain-button list-earlier"
            onClick={() => setLimit(messages.length + MORE)}
          >
            Show earlier messages
          </button>
        ) : (
          <ChannelStart channel={channel} />
        )}
      </MessageList>
      <Announcer messages={shown} />
      <Composer key={channel.id} channel={channel} label={`Message ${label}`} />
    </FileDrop>
  );
}

function ChannelStart({ channel }: { readonly channel: Channel }) {
  return (
    <div className="channel-start">
      <p className="channel-start-name">{channel.is_im ? channel.name : `# ${channel.name}`}</p>
      <p>
        {channel.is_im
          ? `This is the very beginning of your messages with ${channel.name}.`
          : 'This is the very beginning of the channel.'}
      </p>
    </div>
  );
}
