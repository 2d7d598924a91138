import type { webApi } from '@slack/bolt';
import type { WorkspaceContext } from '../db/workspaceContext.ts';
import type { Member } from '../generated/prisma/client.ts';
import type { SlackDeps } from './SlackDeps.ts';

/** Who asks, in which workspace: what a handler starts from once the click is acknowledged. */
export interface Asker {
  readonly deps: SlackDeps;
  readonly workspace: WorkspaceContext;
  readonly member: Member;
  /** the interactive client: few retries, short */
  readonly client: webApi.WebClient;
  readonly now: Date;
}
