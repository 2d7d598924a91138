import { type FocusEvent, useState } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { rovingKeys } from '../rovingKeys.ts';
import { useNarrow } from '../useNarrow.ts';
import { SideLink } from './SideLink.tsx';
import './side.css';

/** Channels, direct messages and the app: one stop for the Tab key, arrow keys within. */
export function Sidebar({
  unread,
  channel,
}: {
  unread: ReadonlyMap<string, number>;
  channel: string | undefined;
}) {
  const { channels, bot, team } = useSlack().state;
  const { route } = useRoute();
  const narrow = useNarrow();
  const [focused, setFocused] = useState<string>();
  const dms = channels.filter(({ is_im }) => is_im);
  const open = route.tab === 'home' ? 'app' : channel;
  const stop = focused ?? open ?? channels[0]?.id;
  const link = (key: string) => ({ isOpen: key === open, isStop: key === stop });
  const follow = (event: FocusEvent<HTMLElement>) => setFocused(event.target.dataset.key);
  return (
    <nav
      className="side"
      aria-label="Channels and direct messages"
      onFocus={follow}
      onKeyDown={(event) => rovingKeys(event, 'a')}
    >
      {narrow ? <h1 className="side-title">{team.name}</h1> : <p className="side-title">{team.name}</p>}
      <h2 id="side-channels">Channels</h2>
      <ul aria-labelledby="side-channels">
        {channels
          .filter(({ is_im }) => !is_im)
          .map(({ id, name, is_private }) => (
            <li key={id}>
              <SideLink
                id={id}
                route={{ channel: id }}
                name={name}
                icon={is_private ? 'lock' : 'hash'}
                unread={unread.get(id) ?? 0}
                {...link(id)}
              />
            </li>
          ))}
      </ul>
      <h2 id="side-dms">Direct messages</h2>
      <ul aria-labelledby="side-dms">
        {dms.map(({ id, name }) => (
          <li key={id}>
            <SideLink
              id={id}
              route={{ channel: id }}
              name={name}
              icon="app"
              unread={unread.get(id) ?? 0}
              {...link(id)}
            />
          </li>
        ))}
      </ul>
      <h2 id="side-apps">Apps</h2>
      <ul aria-labelledby="side-apps">
        {dms.slice(0, 1).map(({ id }) => (
          <li key={id}>
            <SideLink
              id="app"
              route={{ channel: id, tab: 'home' }}
              name={bot.app_name}
              about="Home"
              icon="app"
              unread={0}
              {...link('app')}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
