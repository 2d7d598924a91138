import { type Allowance, contactAllowance } from '../../core/contactRules.ts';
import type { ContactFact, DebtorFacts } from '../../core/facts.ts';
import { dayIn } from '../../core/zone.ts';
import { debtorCalendar } from '../../db/debtorCalendar.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';

/** What the contact rules say about a prompt's call to a person now. */
export function promptAllowance({
  workspace,
  prompt,
  facts,
  contact,
  now,
}: {
  workspace: WorkspaceContext;
  prompt: Pick<Prompt, 'kind' | 'openedAt'>;
  facts: DebtorFacts;
  contact: ContactFact;
  now: Date;
}): Allowance {
  const { zone } = facts.debtor;
  return contactAllowance({
    ...{ facts, contact, channel: 'call', calendar: debtorCalendar(workspace, facts.debtor), now },
    ...(prompt.kind === 'call_back' && { requestedOn: dayIn(zone, prompt.openedAt) }),
  });
}
