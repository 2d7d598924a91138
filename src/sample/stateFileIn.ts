import { join } from 'node:path';

/** Where the local Slack's conversation is kept in a data folder. */
export function stateFileIn(dataDir: string): string {
  return join(dataDir, 'playground.json');
}
