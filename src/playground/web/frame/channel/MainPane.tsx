import { useEffect } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import type { Channel } from '../../api/state.ts';
import { HomeTab } from '../../views/HomeTab.tsx';
import { Icon } from '../Icon.tsx';
import { useRoute } from '../route/RouteProvider.tsx';
import { AppTabs } from './AppTabs.tsx';
import { ChannelPane } from './ChannelPane.tsx';
import { PaneHeader } from './PaneHeader.tsx';
import './channel.css';

/** The pane in the middle: a channel, a direct message, or the app's Home tab. */
export function MainPane({ channel }: { readonly channel: Channel }) {
  const { route } = useRoute();
  const { state, act } = useSlack();
  const tab = channel.is_im ? (route.tab ?? 'messages') : undefined;

  useEffect(() => {
    if (tab) void act('home', { tab });
  }, [act, tab]);

  if (channel.is_im) {
    const header = (
      <PaneHeader title={channel.name}>
        <AppTabs channel={channel.id} open={tab ?? 'messages'} />
      </PaneHeader>
    );
    if (tab === 'home') {
      return (
        <>
          {header}
          <section className="home-pane" aria-label={`Home of ${state.bot.app_name}`}>
            <h2 className="visually-hidden">Home</h2>
            <HomeTab />
          </section>
        </>
      );
    }
    return <ChannelPane channel={channel} header={header} />;
  }
  const title = (
    <>
      {channel.is_private ? <Icon name="lock" /> : <span aria-hidden="true">#</span>}
      {channel.name}
      {channel.is_private && <span className="visually-hidden"> (private channel)</span>}
    </>
  );
  const header = (
    <PaneHeader title={title}>
      {channel.topic && (
        <p className="pane-topic" title={channel.topic}>
          {channel.topic}
        </p>
      )}
    </PaneHeader>
  );
  return <ChannelPane channel={channel} header={header} />;
}
