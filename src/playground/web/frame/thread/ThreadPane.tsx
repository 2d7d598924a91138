import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { Channel } from '../../api/state.ts';
import { useMessages } from '../../api/useMessages.ts';
import { Announcer } from '../channel/Announcer.tsx';
import { Composer } from '../composer/Composer.tsx';
import { Icon } from '../Icon.tsx';
import { MessageList } from '../list/MessageList.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { useNarrow } from '../useNarrow.ts';
import './thread.css';

/** A thread beside its channel; Escape closes it and goes back to where it was opened. */
export function ThreadPane({ channel, thread }: { readonly channel: Channel; readonly thread: string }) {
  const { route, go } = useRoute();
  const narrow = useNarrow();
  const title = useRef<HTMLHeadingElement>(null);
  const first = channel.messages[0]?.ts ?? thread;
  const reach = useMemo(() => (thread < first ? { since: thread } : undefined), [thread, first]);
  const { messages } = useMessages(channel, reach);
  const shown = useMemo(
    () => messages.filter(({ ts, thread_ts }) => ts === thread || thread_ts === thread),
    [messages, thread],
  );
  const isAtReply = route.ts !== undefined;

  useEffect(() => {
    if (!isAtReply) title.current?.focus();
  }, [isAtReply]);

  const close = () => {
    go({ channel: channel.id });
    // The pane beside it may have to be drawn first.
    setTimeout(() => document.querySelector<HTMLElement>(`main [data-ts="${thread}"]`)?.focus(), 50);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  // Alone on a phone's screen it is what the page is about; beside the channel it goes with that.
  const [Region, Title] = narrow ? (['section', 'h1'] as const) : (['aside', 'h2'] as const);
  const place = channel.is_im ? channel.name : `#${channel.name}`;
  return (
    <Region className="thread" aria-label="Thread" onKeyDown={onKeyDown}>
      <header className="pane-header">
        {narrow && (
          <button type="button" className="icon-button" aria-label="Back to the channel" onClick={close}>
            <Icon name="back" />
          </button>
        )}
        <Title className="pane-title" tabIndex={-1} ref={title}>
          Thread
        </Title>
        <p className="pane-topic">{place}</p>
        {!narrow && (
          <button type="button" className="icon-button" aria-label="Close the thread" onClick={close}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <MessageList
        label={`Thread in ${place}`}
        channel={channel.id}
        messages={shown}
        thread={thread}
        target={route.ts}
      >
        {shown.length === 0 && <p className="thread-gone">This thread is not there any more.</p>}
      </MessageList>
      <Announcer messages={shown} />
      <Composer channel={channel} thread={thread} label="Reply in the thread" />
    </Region>
  );
}
