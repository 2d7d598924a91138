import { Toolbar } from 'react-aria-components/Toolbar';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { Message } from '../../api/state.ts';
import { emojiOf } from '../../text/emoji.ts';
import { EmojiButton } from '../emoji/EmojiButton.tsx';
import { Icon } from '../Icon.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { MessageMenu } from './MessageMenu.tsx';
import { useReact } from './useReact.ts';

interface Props {
  readonly channel: string;
  readonly message: Message;
  readonly inThread: boolean;
  readonly onMenu: (open: boolean) => void;
}

const AT_HAND = ['white_check_mark', 'x'];

/** What can be done with a message: react, reply, the app's shortcuts, its link. */
export function MessageActions({ channel, message, inThread, onMenu }: Props) {
  const react = useReact(channel, message);
  const { user } = useSlack().state;
  const { go } = useRoute();
  const thread = message.thread_ts ?? message.ts;
  return (
    <Toolbar className="message-actions" aria-label="Message actions">
      {AT_HAND.map((name) => (
        <button
          key={name}
          type="button"
          aria-label={`React with ${name.replaceAll('_', ' ')}`}
          aria-pressed={message.reactions.some((r) => r.name === name && r.users.includes(user))}
          title={`:${name}:`}
          onClick={() => void react(name)}
        >
          {emojiOf(name)}
        </button>
      ))}
      <EmojiButton label="Find another reaction" onPick={(name) => void react(name)} onOpenChange={onMenu} />
      {!inThread && (
        <button
          type="button"
          aria-label="Reply in thread"
          title="Reply in thread"
          data-opens-thread={thread}
          onClick={() => go({ channel, thread })}
        >
          <Icon name="thread" />
        </button>
      )}
      <MessageMenu channel={channel} message={message} onOpenChange={onMenu} />
    </Toolbar>
  );
}
