import type { Message } from '../../api/state.ts';
import { Avatar } from '../person/Avatar.tsx';
import { momentIn } from '../person/timeIn.ts';
import { useViewer } from '../person/ViewerProvider.tsx';
import { useRoute } from '../route/RouteProvider.tsx';

const MOST_FACES = 4;

/** `3 replies · last today at 9:05 AM`: the way into a thread. */
export function ThreadSummary({ channel, message }: { readonly channel: string; readonly message: Message }) {
  const { zone, today, people } = useViewer();
  const { go } = useRoute();
  const { ts, reply_count = 0, reply_users = [], latest_reply = ts } = message;
  const last = momentIn(zone, latest_reply, today).replace(/^(T|Y)/, (letter) => letter.toLowerCase());
  return (
    <button
      type="button"
      className="thread-summary"
      data-opens-thread={ts}
      onClick={() => go({ channel, thread: ts })}
    >
      {reply_users.slice(0, MOST_FACES).map((id) => (
        <Avatar key={id} id={id} person={people.get(id)} small />
      ))}
      <span className="thread-count">{reply_count === 1 ? '1 reply' : `${reply_count} replies`}</span>
      <span className="thread-last">· last {last}</span>
    </button>
  );
}
