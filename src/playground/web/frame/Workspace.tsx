import { useEffect } from 'react';
import { useSlack } from '../api/LiveSlack.tsx';
import { MainPane } from './channel/MainPane.tsx';
import { openChannel } from './route/openChannel.ts';
import { useRoute } from './route/RouteProvider.tsx';
import { Sidebar } from './side/Sidebar.tsx';
import { useUnread } from './side/useUnread.ts';
import { ThreadPane } from './thread/ThreadPane.tsx';
import { useFocusFollows } from './useFocusFollows.ts';
import { useFocusReturns } from './useFocusReturns.ts';
import { useNarrow } from './useNarrow.ts';

/** Channels, the open one, and a thread beside it; on a phone one of the three. */
export function Workspace() {
  const { state } = useSlack();
  const { route } = useRoute();
  const narrow = useNarrow();
  const unread = useUnread();
  const isList = narrow && route.channel === undefined;
  const channel = isList ? undefined : openChannel(state.channels, route);
  const thread = channel?.id === route.channel ? route.thread : undefined;
  const count = [...unread.values()].reduce((sum, each) => sum + each, 0);

  useEffect(() => {
    const name = channel
      ? `${channel.is_im ? '' : '#'}${channel.name} · ${state.team.name}`
      : state.team.name;
    document.title = count > 0 ? `(${count}) ${name}` : name;
  }, [channel, count, state.team.name]);

  const key = channel && `${state.user}/${channel.id}`;
  useFocusReturns();
  useFocusFollows(`${key}/${thread}/${route.tab}`, narrow);
  const side = <Sidebar unread={unread} channel={channel?.id} />;
  const main = channel && <MainPane key={key} channel={channel} />;
  const beside = channel && thread && (
    <ThreadPane key={`${key}/${thread}`} channel={channel} thread={thread} />
  );
  return (
    <div className="workspace" data-thread={(beside && !narrow) || undefined}>
      {!narrow && side}
      <main id="main" tabIndex={-1}>
        {narrow ? (beside ?? main ?? side) : main}
      </main>
      {!narrow && beside}
    </div>
  );
}
