import { contactAsked } from '../../core/contactAsked.ts';
import type { DebtorFacts } from '../../core/facts.ts';
import { dayIn } from '../../core/zone.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { promptAllowance } from './promptAllowance.ts';

/** Whether the contact rules leave room for a prompt's call on this day of the customer's, now or later; not where nobody can be called. */
export function mayCallToday(about: {
  workspace: WorkspaceContext;
  prompt: Pick<Prompt, 'kind' | 'openedAt'>;
  facts: DebtorFacts;
  now: Date;
}): boolean {
  const { prompt, facts, now } = about;
  const contact = contactAsked(prompt.kind, facts);
  if (!contact) return false;
  const { zone } = facts.debtor;
  const { allowed, nextAt } = promptAllowance({ ...about, contact });
  return allowed || (nextAt !== undefined && dayIn(zone, nextAt) === dayIn(zone, now));
}
