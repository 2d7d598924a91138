import type { Message } from '../../api/state.ts';
import { emojiOf } from '../../text/emoji.ts';
import { EmojiButton } from '../emoji/EmojiButton.tsx';
import { useViewer } from '../person/ViewerProvider.tsx';
import { namesOf } from './namesOf.ts';
import { useReact } from './useReact.ts';

/** The reactions under a message; a click adds one's own or takes it back. */
export function Reactions({ channel, message }: { readonly channel: string; readonly message: Message }) {
  const viewer = useViewer();
  const react = useReact(channel, message);
  return (
    <div className="reactions">
      {message.reactions.map(({ name, users }) => (
        <button
          key={name}
          type="button"
          className="reaction"
          aria-pressed={users.includes(viewer.me)}
          aria-label={`${name.replaceAll('_', ' ')}, ${users.length}: ${namesOf(users, viewer)}`}
          title={`${namesOf(users, viewer)} reacted with :${name}:`}
          onClick={(event) => {
            // Who takes the last reaction back takes the button away: the focus goes to the message.
            if (users.length === 1 && users[0] === viewer.me) event.currentTarget.closest('article')?.focus();
            void react(name);
          }}
        >
          <span aria-hidden="true">{emojiOf(name) ?? `:${name}:`}</span>
          <span aria-hidden="true">{users.length}</span>
        </button>
      ))}
      <EmojiButton
        className="reaction reaction-add"
        label="Add a reaction"
        onPick={(name) => void react(name)}
      />
    </div>
  );
}
