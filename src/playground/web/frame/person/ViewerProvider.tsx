import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useSlack } from '../../api/LiveSlack.tsx';
import { dayIn } from './timeIn.ts';
import type { Viewer } from './Viewer.ts';

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Who looks at the page, and whom they know. Unlike the state it seldom changes: rows depend on nothing else. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is for the children of ViewerProvider');
  return viewer;
}

export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const { user: me, users, bot, now } = useSlack().state;
  const zone = users.find(({ id }) => id === me)?.tz ?? 'UTC';
  const today = dayIn(zone, String(Date.parse(now) / 1000));
  const viewer = useMemo(() => {
    const people = new Map(users.map(({ id, real_name }) => [id, { name: real_name, isApp: false }]));
    people.set(bot.id, { name: bot.app_name, isApp: true });
    return { me, zone, today, people };
  }, [me, users, bot, zone, today]);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}
