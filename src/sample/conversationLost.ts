import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../db/client.ts';
import { SAMPLE_TEAM } from './sampleTeam.ts';
import { stateFileIn } from './stateFileIn.ts';

/**
 * What to say before the local Slack starts where its conversation is gone but the sample's ledger stands, with its calls and reminders: how to begin
 * anew. Undefined where both are there, or neither is.
 */
export async function conversationLost(
  db: Db,
  { dataDir, databaseUrl }: { readonly dataDir: string; readonly databaseUrl: string | null },
): Promise<string | undefined> {
  const file = stateFileIn(dataDir);
  if (existsSync(file)) return undefined;
  const sample = await db.prisma.workspace.findUnique({ where: { teamId: SAMPLE_TEAM.id } });
  if (!sample) return undefined;
  const anew =
    databaseUrl === null
      ? `stop, delete ${realpathSync(join(dataDir, 'postgres'))}, and start again`
      : 'start with an empty database in DATABASE_URL';
  return `The conversation of this sample is gone (there is no ${file}); its ledger and all that was done are still there. To begin anew: ${anew}.`;
}
