import { isoDay } from '../../core/day.ts';
import type { Db } from '../../db/client.ts';
import { todayOf, type WorkspaceContext } from '../../db/workspaceContext.ts';
import { whereItGoes } from '../../delivery/whereItGoes.ts';
import { dailyDigestMessages } from './dailyDigestMessages.ts';
import { publishDigest } from './publishDigest.ts';

/** Figures of a large book take their time. */
const TIMEOUT_MS = 120_000;

/**
 * Posts today's digest to the collections channel; once a day: again it edits in place what has changed. Nothing where no
 * channel is set. Whether it is time is the caller's to know. Private individuals are named only where it stands in a private
 * channel, whichever is chosen by now.
 */
export async function postDailyDigest(
  db: Db,
  { workspace, now }: { workspace: WorkspaceContext; now: Date },
): Promise<'posted' | 'updated' | undefined> {
  const chosen = workspace.settings.channels.collections;
  if (chosen === undefined) return undefined;
  const today = todayOf(workspace, now);
  const messageKey = `digest:daily:${isoDay(today)}`;
  return db.transaction(
    async (tx) => {
      const place = { workspaceId: workspace.id, messageKey, channel: chosen };
      const { channel, isPrivate: individuals } = await whereItGoes(tx, place);
      const { main, parts, facts } = await dailyDigestMessages(tx, { workspace, now, individuals });
      return publishDigest(tx, {
        workspaceId: workspace.id,
        kind: 'daily',
        forOn: today,
        channel,
        messageKey,
        main,
        parts,
        figures: {
          currencies: facts.figures.map(({ currency, open, pastDue, pastDueDebtors, pastDueAmount }) => ({
            currency,
            open,
            pastDue,
            pastDueDebtors,
            pastDueAmount: pastDueAmount.toString(),
          })),
        },
        now,
      });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
