import { approvalsChannel } from '../useCases/notices/approvalPlace.ts';
import type { Asker } from './Asker.ts';
import { learnChannel } from './learnChannel.ts';
import { requireMail } from './requireMail.ts';

/** Sees to it that a notice can be asked for: it can be mailed, and who reads the request is known. Throws DulyError `no_mail_server`, `no_approvals_channel`. */
export async function readyToRequest({
  deps,
  workspace,
  client,
}: Pick<Asker, 'deps' | 'workspace' | 'client'>): Promise<void> {
  requireMail(deps);
  // who reads the request is asked now: a private individual is named in a private channel only
  await learnChannel({ deps, client, workspaceId: workspace.id }, approvalsChannel(workspace));
}
