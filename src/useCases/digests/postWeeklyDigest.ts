import { weeklyDigestMessage } from '../../../blocks/digests/weeklyDigestMessage.ts';
import { isoDay } from '../../core/day.ts';
import type { Db } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { whereItGoes } from '../../delivery/whereItGoes.ts';
import { reportedMonday } from './digestTimes.ts';
import { publishDigest } from './publishDigest.ts';
import { weeklyDigestView } from './weeklyDigestView.ts';
import { weeklyFacts } from './weeklyFacts.ts';
import { weeklyFiles } from './weeklyFiles.ts';

/** Figures of a large book over many weeks take their time. */
const TIMEOUT_MS = 300_000;

/**
 * Posts the digest of last week, Monday to Sunday, to the finance channel, with pictures and numbers in its thread; once:
 * again it edits in place what has changed. Nothing where no channel is set. Whether it is time is the caller's to know.
 */
export async function postWeeklyDigest(
  db: Db,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<'posted' | 'updated' | undefined> {
  const chosen = workspace.settings.channels.finance;
  if (chosen === undefined) return undefined;
  const monday = reportedMonday(workspace, now);
  const messageKey = `digest:weekly:${isoDay(monday)}`;
  const { locale } = workspace;
  return db.transaction(
    async (tx) => {
      const place = { workspaceId: workspace.id, messageKey, channel: chosen };
      const { channel, isPrivate: individuals } = await whereItGoes(tx, place);
      const facts = await weeklyFacts(tx, { workspace, monday });
      return publishDigest(tx, {
        workspaceId: workspace.id,
        kind: 'weekly',
        forOn: monday,
        channel,
        messageKey,
        main: weeklyDigestMessage(weeklyDigestView(facts, { locale, individuals })),
        parts: [],
        files: await weeklyFiles(facts, locale),
        figures: {
          currencies: facts.reconciliation.map(({ currency, opening, closing, residue }) => ({
            currency,
            opening: opening.toString(),
            closing: closing.toString(),
            residue: residue.toString(),
          })),
        },
        now,
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
