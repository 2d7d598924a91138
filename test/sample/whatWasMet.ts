import { z } from 'zod';
import type { Db } from '../../src/db/client.ts';
import { promptKinds } from '../../src/useCases/prompts/promptKinds.ts';

/** What a visitor is to meet in ten business days, each as the rows that show it. */
const turns = {
  'a kept promise': `promise WHERE state = 'kept' AND ended_on >= began::date`,
  'a partly kept promise': `promise WHERE state = 'partially_kept' AND ended_on >= began::date`,
  'a broken promise': `promise WHERE state = 'broken' AND ended_on >= began::date`,
  'a dispute': 'dispute WHERE ended_on IS NULL',
  'a hold': `hold WHERE kind = 'hold' AND until_on > began::date`,
  'an approval that waits for the visitor, and expires': `
    approval WHERE state = 'expired' AND requested_at < began AND ended_at > began`,
  'an approval overtaken by a payment': `
    approval WHERE state = 'cancelled' AND ended_at > began AND outcome LIKE 'Paid meanwhile%'`,
  'a notice that colleagues asked for and approved': `
    approval a JOIN approval_decision d ON d.approval_id = a.id
    WHERE a.requested_at > began AND d.at > began AND d.decision = 'approve'`,
  'a weekly digest': `digest WHERE kind = 'weekly' AND posted_at > began`,
} as const;

/** Names what was met since the sample's first morning: the kinds of prompt, and the turns of the story. */
export async function whatWasMet(db: Db, since: Date): Promise<string[]> {
  const kinds = await db.sql(z.object({ kind: z.string() }), 'SELECT DISTINCT kind FROM prompt');
  const met = kinds.map(({ kind }) => `prompt: ${kind}`);
  for (const [what, sql] of Object.entries(turns)) {
    const found = `WITH start AS (SELECT $1::timestamptz AS began) SELECT 1 FROM start CROSS JOIN ${sql} LIMIT 1`;
    const rows = await db.sql(z.looseObject({}), found, [since]);
    if (rows.length > 0) met.push(what);
  }
  return met.sort();
}

/** What follows once an approval is used or a mail is answered: not met where nothing is delivered. */
export const ofDelivery: ReadonlySet<string> = new Set([
  'prompt: undelivered',
  'prompt: set_credit_hold',
  'prompt: release_credit_hold',
]);

/** Everything that comes about by itself, whatever day the sample begins on. */
export const everythingToMeet: readonly string[] = [
  ...promptKinds.map((kind) => `prompt: ${kind}`),
  ...Object.keys(turns),
].sort();
