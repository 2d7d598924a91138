import { contactAsked } from '../../core/contactAsked.ts';
import { DulyError } from '../../core/DulyError.ts';
import type { ContactFact } from '../../core/facts.ts';
import type { Queries } from '../../db/client.ts';
import { loadDebtorFacts } from '../../db/debtorFacts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Prompt } from '../../generated/prisma/client.ts';
import { promptAllowance } from './promptAllowance.ts';

/**
 * The house limit that holds the call of a prompt back, with the person it is about; undefined where the call is allowed. Throws
 * DulyError `no_override`, with what the rule says, where nobody may override it.
 */
export async function callLimitOf(
  tx: Queries,
  { workspace, prompt, now }: { workspace: WorkspaceContext; prompt: Prompt; now: Date },
): Promise<{ readonly contact: ContactFact; readonly says: string } | undefined> {
  const facts = (await loadDebtorFacts(tx, workspace, [prompt.debtorId], now)).get(prompt.debtorId);
  const contact = facts && contactAsked(prompt.kind, facts);
  if (!contact) {
    const sentence = 'Nobody is on file who could be called: add a contact first.';
    throw new DulyError('no_override', `prompt ${prompt.id} names nobody to call`, sentence);
  }
  const { allowed, mayOverride, sentence } = promptAllowance({ workspace, prompt, facts, contact, now });
  if (allowed) return undefined;
  if (mayOverride) return { contact, says: sentence };
  throw new DulyError(
    'no_override',
    `prompt ${prompt.id}: ${sentence}`,
    `${sentence}. Nobody may override this.`,
  );
}
