import { z } from 'zod';
import type { CompleteForm } from '../../../blocks/prompts/completeModal.ts';
import type { DebtorKind } from '../../core/facts.ts';
import { guidance } from '../../core/guidance.ts';
import { arrivedInvoices } from '../../db/arrivedInvoices.ts';
import type { Db } from '../../db/client.ts';
import { debtorOf } from '../../db/debtors.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { promptForForm } from '../prompts/promptForForm.ts';

const asked = z.object({ reasons: z.array(z.object({ sentence: z.string() })) });

/** What is asked about new invoices, filled in with what is known. Throws DulyError `prompt_not_found`, `prompt_closed`. */
export async function loadCompleteForm(
  db: Db,
  { workspace, promptId }: { workspace: WorkspaceContext; promptId: string },
): Promise<Omit<CompleteForm, 'metadata'> & { readonly debtorId: string }> {
  const { prompt, debtorName } = await promptForForm(db, { workspace, promptId });
  const own = { workspaceId: workspace.id, debtorId: prompt.debtorId };
  const { kind } = await debtorOf(db, workspace.id, prompt.debtorId);
  const { invoices, billing } = await arrivedInvoices(db, { ...own, promptId });
  return {
    debtorId: prompt.debtorId,
    debtorName,
    missing: asked.parse(prompt.details).reasons.map(({ sentence }) => sentence),
    advice: guidance({ stage: 'issued', kind: kind as DebtorKind }),
    terms: billing.terms ?? invoices.find(({ terms }) => terms)?.terms ?? '',
    payMethod: billing.payMethod ?? '',
    portal: billing.portal ?? '',
    withoutOrderNumber: billing.withoutOrderNumber ?? false,
    orders: invoices.filter(({ orderNumber }) => !orderNumber).map(({ id, number }) => ({ id, number })),
  };
}
