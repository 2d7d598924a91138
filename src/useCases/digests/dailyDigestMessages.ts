import { dailyDigestMessage } from '../../../blocks/digests/dailyDigestMessage.ts';
import { digestPartMessage } from '../../../blocks/digests/digestPartMessage.ts';
import type { SlackMessage } from '../../../blocks/message.ts';
import type { Queries } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { dailyDigestView } from './dailyDigestView.ts';
import { type DailyFacts, dailyFacts } from './dailyFacts.ts';

export interface DailyDigest {
  readonly facts: DailyFacts;
  readonly main: SlackMessage;
  readonly parts: readonly {
    readonly key: string;
    readonly title: string;
    readonly total: number;
    readonly message: SlackMessage;
    readonly empty: boolean;
  }[];
}

/**
 * Today's digest as it stands now: the message, and the lists for its thread. To one person (`/debt digest`) send `main` and the
 * parts that are not empty.
 * @param individuals whether its readers may see private individuals by name: in direct messages and private channels only
 * @param toOne it goes to one person, without a thread
 * @param locale of the reader; else the workspace's
 */
export async function dailyDigestMessages(
  tx: Queries,
  options: { workspace: WorkspaceContext; now: Date; individuals: boolean; toOne?: boolean; locale?: string },
): Promise<DailyDigest> {
  const { workspace, now, individuals, toOne = false, locale = workspace.locale } = options;
  const today = todayOf(workspace, now);
  const facts = await dailyFacts(tx, { workspace, day: today, today });
  const view = dailyDigestView(workspace, facts, { locale, individuals });
  return {
    facts,
    main: dailyDigestMessage(view, toOne ? 'below' : 'in the thread'),
    parts: view.parts.map((part) => ({
      ...{ key: part.key, title: part.title, total: part.total },
      message: digestPartMessage(part),
      empty: part.total <= (part.inMessage ?? 0),
    })),
  };
}
