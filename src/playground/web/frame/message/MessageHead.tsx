import type { Message } from '../../api/state.ts';
import { fullTimeIn, momentIn, timeIn } from '../person/timeIn.ts';
import { useViewer } from '../person/ViewerProvider.tsx';
import { addressOf } from '../route/Route.ts';

interface Props {
  readonly channel: string;
  readonly message: Message;
  readonly inThread: boolean;
  /** under the name of the message before it */
  readonly continues: boolean;
}

/** Who wrote a message and when; the time is its link. */
export function MessageHead({ channel, message: { ts, user, thread_ts }, inThread, continues }: Props) {
  const { zone, today, people } = useViewer();
  const person = people.get(user);
  const full = fullTimeIn(zone, ts);
  const route = { channel, ts, ...(thread_ts && thread_ts !== ts ? { thread: thread_ts } : {}) };
  const time = timeIn(zone, ts);
  // The margin has no room for the half of the day.
  const shown = continues ? time.replace(/ [AP]M$/, '') : inThread ? momentIn(zone, ts, today) : time;
  return (
    <div className={continues ? 'message-head message-head-quiet' : 'message-head'}>
      <span className={continues ? 'visually-hidden' : 'message-name'}>{person?.name ?? user}</span>
      {person?.isApp && !continues && <span className="app-badge">APP</span>}
      <a className="message-time" href={addressOf(route, new URL(location.href))} tabIndex={-1} title={full}>
        <time dateTime={new Date(Number(ts) * 1000).toISOString()}>
          <span aria-hidden="true">{shown}</span>
          <span className="visually-hidden">{full}</span>
        </time>
      </a>
    </div>
  );
}
