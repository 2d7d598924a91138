import { memo, useState } from 'react';
import type { Message } from '../../api/state.ts';
import { Icon } from '../Icon.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { fullTimeIn } from '../person/timeIn.ts';
import { useViewer } from '../person/ViewerProvider.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { isReply } from '../side/unread.ts';
import { MessageActions } from './MessageActions.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageHead } from './MessageHead.tsx';
import { plainText } from './plainText.ts';
import { Reactions } from './Reactions.tsx';
import { ThreadSummary } from './ThreadSummary.tsx';
import { useAttention } from './useAttention.ts';
import './message.css';

interface Props {
  readonly channel: string;
  readonly message: Message;
  readonly continues: boolean;
  readonly inThread: boolean;
  /** the one message of its list that the Tab key reaches */
  readonly isStop: boolean;
  readonly isPointedOut: boolean;
}

/** One message. What can be done with it appears when the pointer or the focus is on it. */
export const MessageRow = memo(function MessageRow(props: Props) {
  const { channel, message, continues, inThread, isStop, isPointedOut } = props;
  const { zone, people } = useViewer();
  const { hasAttention, handlers } = useAttention();
  const [menuOpen, setMenuOpen] = useState(false);
  const person = people.get(message.user);
  const isBroadcast = message.reply_broadcast === true && !inThread;
  const about = `${person?.name ?? message.user}, ${fullTimeIn(zone, message.ts)}: ${plainText(message.text, people)}`;
  return (
    <article
      className="message"
      aria-label={message.ephemeral ? `Only visible to you. ${about}` : about}
      data-ts={message.ts}
      data-continues={continues || undefined}
      data-pointed-out={isPointedOut || undefined}
      data-active={menuOpen || undefined}
      data-ephemeral={message.ephemeral}
      tabIndex={isStop ? 0 : -1}
      {...handlers}
    >
      {message.ephemeral && (
        <p className="message-note">
          <Icon name="eye" /> Only visible to you
        </p>
      )}
      {isBroadcast && <BroadcastNote channel={channel} message={message} />}
      {!continues && <Avatar id={message.user} person={person} />}
      <div className="message-main">
        <MessageHead channel={channel} message={message} inThread={inThread} continues={continues} />
        <MessageBody channel={channel} message={message} />
        {message.reactions.length > 0 && <Reactions channel={channel} message={message} />}
        {!inThread && !isReply(message) && (message.reply_count ?? 0) > 0 && (
          <ThreadSummary channel={channel} message={message} />
        )}
      </div>
      {(hasAttention || menuOpen) && !message.ephemeral && (
        <MessageActions channel={channel} message={message} inThread={inThread} onMenu={setMenuOpen} />
      )}
    </article>
  );
});

function BroadcastNote({ channel, message }: { readonly channel: string; readonly message: Message }) {
  const { go } = useRoute();
  const { thread_ts: thread = message.ts } = message;
  return (
    <p className="message-note">
      <Icon name="thread" /> replied to{' '}
      <button type="button" className="link-button" onClick={() => go({ channel, thread })}>
        a thread
      </button>
    </p>
  );
}
