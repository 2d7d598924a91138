import { useSlack } from '../../api/LiveSlack.tsx';
import { Icon } from '../Icon.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { addressOf, type Route } from '../route/Route.ts';

interface Props {
  readonly id: string;
  readonly route: Route;
  readonly name: string;
  readonly about?: string;
  readonly icon: 'hash' | 'lock' | 'app';
  readonly unread: number;
  readonly isOpen: boolean;
  readonly isStop: boolean;
}

const MOST_SHOWN = 99;

/** The way to a channel; bold and with a count where something is unread. */
export function SideLink({ id, route, name, about, icon, unread, isOpen, isStop }: Props) {
  const { bot } = useSlack().state;
  return (
    <a
      href={addressOf(route, new URL(location.href))}
      data-key={id}
      data-unread={unread > 0 || undefined}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={isStop ? 0 : -1}
    >
      <span className="side-icon" aria-hidden="true">
        {icon === 'hash' && '#'}
        {icon === 'lock' && <Icon name="lock" />}
        {icon === 'app' && <Avatar id={bot.id} person={{ name, isApp: true }} small />}
      </span>
      <span className="side-name">{name}</span>
      {icon === 'lock' && <span className="visually-hidden"> (private)</span>}
      {about && <span className="side-about"> {about}</span>}
      {unread > 0 && (
        <span className="side-count">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}
          <span className="visually-hidden"> unread</span>
        </span>
      )}
    </a>
  );
}
