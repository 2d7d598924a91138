import { z } from 'zod';
import type { EventHandler } from '../handlers.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { publishHome } from './publishHome.ts';
import { sayHello } from './sayHello.ts';

const opened = z.object({ user: z.string(), tab: z.string() });

/** The Home tab is drawn when it is opened; whoever opens the messages for the first time is told what can be done there. */
export const appHomeOpened: EventHandler = async ({ deps, workspace, client, event }) => {
  const { user, tab } = opened.parse(event);
  const asker = await resolveAsker(deps, client, { teamId: workspace.teamId ?? '', userId: user });
  if (tab === 'home') await publishHome(asker);
  else await sayHello(asker);
};
