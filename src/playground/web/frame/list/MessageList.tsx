import { type FocusEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Message } from '../../api/state.ts';
import { Icon } from '../Icon.tsx';
import { MessageRow } from '../message/MessageRow.tsx';
import { dayNameIn } from '../person/timeIn.ts';
import { useViewer } from '../person/ViewerProvider.tsx';
import { rovingKeys } from '../rovingKeys.ts';
import { listRows, type Row } from './listRows.ts';
import { threadRows } from './threadRows.ts';
import { usePinnedScroll } from './usePinnedScroll.ts';
import './list.css';

interface Props {
  readonly label: string;
  readonly channel: string;
  readonly messages: readonly Message[];
  /** the thread whose replies these are */
  readonly thread?: string | undefined;
  /** the last message that had been read when the list was opened */
  readonly mark?: string | undefined;
  /** a message to go to */
  readonly target?: string | undefined;
  /** what stands above the first message */
  readonly children?: ReactNode;
}

/** Messages, oldest first. It opens where one stopped reading and stays at its end; arrow keys go from one to the next. */
export function MessageList({ label, channel, messages, thread, mark, target, children }: Props) {
  const { me: user, zone, today } = useViewer();
  const id = useId();
  const scroller = useRef<HTMLElement>(null);
  const { isPinned, toBottom, onScroll } = usePinnedScroll(scroller, messages[0]?.ts);
  const [focused, setFocused] = useState<string>();
  const last = messages.at(-1);
  const [lastSeen, setLastSeen] = useState(last?.ts);
  const stop = messages.some(({ ts }) => ts === focused) ? focused : last?.ts;
  const rows = useMemo(
    () => (thread ? threadRows(messages, thread) : listRows(messages, { user, zone, mark })),
    [messages, thread, user, zone, mark],
  );
  if (isPinned && lastSeen !== last?.ts) setLastSeen(last?.ts);

  // One's own message is always gone to.
  const mine = last?.user === user ? last.ts : undefined;
  useLayoutEffect(() => {
    if (mine) toBottom();
  }, [mine, toBottom]);

  // On opening: to the first message that is new, where the end does not show it as well.
  useLayoutEffect(() => {
    const box = scroller.current;
    const line = box?.querySelector<HTMLElement>('.line-new');
    if (box && line && line.offsetTop < box.scrollTop) box.scrollTop = line.offsetTop - line.offsetHeight;
  }, []);

  const isThere = target !== undefined && messages.some(({ ts }) => ts === target);
  useLayoutEffect(() => {
    const row = isThere ? scroller.current?.querySelector<HTMLElement>(`[data-ts="${target}"]`) : undefined;
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [target, isThere]);

  const follow = (event: FocusEvent<HTMLElement>) =>
    setFocused(event.target.closest<HTMLElement>('[data-ts]')?.dataset.ts);
  const draw = (row: Row) => {
    if (row.kind === 'day')
      return (
        <li key={`day ${row.ts}`} className="line">
          <span>{dayNameIn(zone, row.ts, today)}</span>
        </li>
      );
    if (row.kind === 'new')
      return (
        <li key="new" className="line line-new">
          <span>New</span>
        </li>
      );
    if (row.kind === 'replies')
      return (
        <li key="replies" className="line line-replies">
          <span>{row.count === 1 ? '1 reply' : `${row.count} replies`}</span>
        </li>
      );
    const { ts } = row.message;
    return (
      <li key={ts}>
        <MessageRow
          channel={channel}
          message={row.message}
          continues={row.continues}
          inThread={thread !== undefined}
          isStop={ts === stop}
          isPointedOut={ts === target}
        />
      </li>
    );
  };
  return (
    <div className="list-frame">
      <h2 id={id} className="visually-hidden">
        {label}
      </h2>
      <section className="message-list" aria-labelledby={id} ref={scroller} onScroll={onScroll}>
        <div className="list-content">
          {children}
          <ol onFocus={follow} onKeyDown={(event) => rovingKeys(event, 'article')}>
            {rows.map(draw)}
          </ol>
        </div>
      </section>
      {!isPinned && lastSeen !== last?.ts && (
        <button type="button" className="list-down" onClick={toBottom}>
          <Icon name="down" /> New messages
        </button>
      )}
    </div>
  );
}
