/** What the page shows: as a permalink on Slack says it. */
export interface Route {
  readonly channel?: string;
  /** a message to point out */
  readonly ts?: string;
  /** the thread that stands open */
  readonly thread?: string;
  /** the app's Home tab in place of its messages */
  readonly tab?: 'home';
}

/** What an address of the page asks for; anything that is no address of a channel asks for nothing. */
export function routeOf(url: URL): Route {
  const [, channel, , digits] = /^\/archives\/(\w+)(\/p(\d{7,}))?\/?$/.exec(url.pathname) ?? [];
  if (channel === undefined) return {};
  const thread = url.searchParams.get('thread_ts');
  const ts = digits && `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  return {
    channel,
    ...(ts && ts !== thread ? { ts } : {}),
    ...(thread ? { thread } : {}),
    ...(url.searchParams.get('tab') === 'home' ? { tab: 'home' } : {}),
  };
}

/** The address of a route, with what else the present address says of the visitor (`?user=`). */
export function addressOf({ channel, ts, thread, tab }: Route, present: URL): string {
  const query = new URLSearchParams();
  const user = present.searchParams.get('user');
  if (thread) query.set('thread_ts', thread);
  if (tab) query.set('tab', tab);
  if (user) query.set('user', user);
  const message = ts ?? thread;
  const path = channel ? `/archives/${channel}${message ? `/p${message.replace('.', '')}` : ''}` : '/';
  return query.size > 0 ? `${path}?${query}` : path;
}
