import { DulyError } from '../core/DulyError.ts';
import type { WorkspaceSettings } from '../useCases/workspaces/WorkspaceSettings.ts';
import type { Asker } from './Asker.ts';
import { learnChannel } from './learnChannel.ts';

const purposes = {
  collections: 'the daily digest',
  approvals: 'requests for approval',
  finance: 'the weekly digest',
  accountManagers: 'credit holds',
  imports: 'ledger files',
} as const;

/**
 * Looks at the channels that a manager chose: what is still to be done there, as sentences. Throws DulyError
 * `channel_shared` for one that people outside the workspace read.
 */
export async function lookAtChosenChannels(
  { deps, client, workspace }: Pick<Asker, 'deps' | 'client' | 'workspace'>,
  channels: WorkspaceSettings['channels'],
): Promise<string[]> {
  const sentences: string[] = [];
  for (const purpose of ['collections', 'approvals', 'finance', 'accountManagers', 'imports'] as const) {
    const id = channels[purpose];
    if (!id) continue;
    const channel = await learnChannel({ deps, client, workspaceId: workspace.id }, id);
    const what = `the channel for ${purposes[purpose]}`;
    if (channel?.isShared) {
      throw new DulyError(
        'channel_shared',
        `${purpose} ${id} is shared outside`,
        `People outside the workspace read ${what}: choose another one, nothing is posted there.`,
      );
    }
    if (!channel?.isMember) {
      sentences.push(`I am not in ${what} yet: write /invite @duly there, nothing can be posted before.`);
    }
    if (purpose === 'approvals' && channel && !channel.isPrivate) {
      sentences.push(
        'The channel for requests for approval is public: notices to private individuals cannot be asked for there.',
      );
    }
  }
  return sentences;
}
