import { z } from 'zod';
import { revokeInstallation } from '../../useCases/workspaces/revokeInstallation.ts';
import type { EventHandler } from '../handlers.ts';

const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).default([]) }) });

/** Duly was removed from the workspace. */
export const appUninstalled: EventHandler = ({ deps, workspace, now }) =>
  revokeInstallation(deps.db, { workspace, why: 'app_uninstalled', now });

/** Tokens were taken back: the bot's ends the installation, a person's own does not. */
export const tokensRevoked: EventHandler = async ({ deps, workspace, event, now }) => {
  if (revoked.parse(event).tokens.bot.length === 0) return;
  await revokeInstallation(deps.db, { workspace, why: 'tokens_revoked', now });
};
