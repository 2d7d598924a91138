import { message } from '../../blocks/message.ts';
import { approvalsChannel } from '../useCases/notices/approvalPlace.ts';
import type { Asker } from './Asker.ts';
import type { Answer } from './handlers.ts';
import { learnChannel } from './learnChannel.ts';
import { requireMail } from './requireMail.ts';

/** Has a notice asked for and answers with what `ask` says of it. Throws DulyError `no_mail_server`, `no_approvals_channel`, and what `ask` throws. */
export async function requestApproval(
  { deps, workspace, client, answer }: Asker & { readonly answer: Answer },
  ask: () => Promise<string>,
): Promise<void> {
  requireMail(deps);
  // who reads the request is asked now: a private individual is named in a private channel only
  await learnChannel({ deps, client, workspaceId: workspace.id }, approvalsChannel(workspace));
  const said = await ask();
  deps.wake();
  await answer(message({ text: said }));
}
