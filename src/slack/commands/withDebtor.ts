import { pickDebtorMessage } from '../../../blocks/lists/pickDebtorMessage.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import type { FoundDebtor } from '../../db/searchDebtors.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { debtorLabel } from '../../useCases/accounts/debtorLabel.ts';
import { findDebtor } from '../../useCases/accounts/findDebtor.ts';
import type { Asker } from '../Asker.ts';
import type { Answer } from '../handlers.ts';

/** What a click on one of several accounts does: an action that takes a debtor's id. */
export interface DebtorChoice {
  readonly actionId: string;
  readonly text: string;
}

/**
 * Finds the one debtor that the words mean and goes on with it. Where several fit the asker picks, where none does the
 * nearest names are offered, each with a button that does the same.
 */
export async function withDebtor(
  request: Asker & { readonly answer: Answer },
  words: string,
  choose: DebtorChoice,
  goOn: (debtor: FoundDebtor) => Promise<void>,
): Promise<void> {
  const { deps, workspace, member, now } = request;
  const today = todayOf(workspace, now);
  const match = await findDebtor(deps.db, { workspaceId: workspace.id, words, today });
  if (match.kind === 'one') return goOn(match.debtor);
  const listed = (debtors: readonly FoundDebtor[]) =>
    debtors.map((debtor) => ({
      id: debtor.id,
      name: debtor.name,
      about: debtorLabel({ ...debtor, name: '' }, member.locale),
    }));
  if (match.kind === 'several') {
    const question = mrkdwn`Several accounts fit “${words}”. Which one do you mean?`;
    return request.answer(
      pickDebtorMessage({ question, debtors: listed(match.debtors), choose, more: match.more }),
    );
  }
  if (match.nearest.length > 0) {
    const question = mrkdwn`I do not know an account “${words}”. The nearest names are:`;
    return request.answer(
      pickDebtorMessage({ question, debtors: listed(match.nearest), choose, more: false }),
    );
  }
  const nothing = mrkdwn`I do not know an account “${words}”. Try a piece of its name, its account number or an invoice number.`;
  await request.answer(message({ text: nothing }));
}
