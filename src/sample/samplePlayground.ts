import { readFile } from 'node:fs/promises';
import { systemClock } from '../clock.ts';
import type { PlaygroundOptions } from '../playground/PlaygroundOptions.ts';
import { sampleStart } from './sampleStart.ts';
import { SAMPLE_TEAM, slackChannels, slackUsers } from './sampleTeam.ts';
import { stateFileIn } from './stateFileIn.ts';

/** The local Slack that a newcomer meets: Larkfield's workspace, kept in `dataDir`, in its own time. */
export async function samplePlayground(settings: {
  readonly dataDir: string;
  readonly playground: { readonly port: number };
}): Promise<PlaygroundOptions> {
  const manifest = new URL('../../manifest.json', import.meta.url);
  return {
    port: settings.playground.port,
    manifest: JSON.parse(await readFile(manifest, 'utf8')),
    team: SAMPLE_TEAM,
    users: slackUsers(),
    channels: slackChannels(),
    start: sampleStart(systemClock.now()),
    stateFile: stateFileIn(settings.dataDir),
  };
}
