import { addressOf, type Route } from '../route/Route.ts';

/** The tabs of an app, as Slack has them: its Home and its messages. */
export function AppTabs({ channel, open }: { readonly channel: string; readonly open: 'home' | 'messages' }) {
  const tab = (name: string, route: Route, isOpen: boolean) => (
    <a href={addressOf(route, new URL(location.href))} aria-current={isOpen ? 'page' : undefined}>
      {name}
    </a>
  );
  return (
    <nav className="tabs" aria-label="The app's tabs">
      {tab('Home', { channel, tab: 'home' }, open === 'home')}
      {tab('Messages', { channel }, open === 'messages')}
    </nav>
  );
}
