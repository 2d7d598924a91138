import type { Day } from '../../core/day.ts';
import { disclosuresTo } from '../../core/regulationF.ts';
import type { Queries } from '../../db/client.ts';
import { groupOf } from '../../db/groups.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { combinedStatement } from '../../notices/combinedStatement.ts';
import { assembleNotice } from './assembleNotice.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { buildMessage } from './buildMessage.ts';
import type { Situation } from './loadSituation.ts';
import { mustHaveRecipient } from './mustHaveRecipient.ts';
import type { ChooseSigner } from './signerFor.ts';
import { statementSection } from './statementSection.ts';

/**
 * Writes one statement of these accounts, a section for each, addressed as for the first; of a single one as ever. Throws DulyError `no_recipient`,
 * and what `renderNotice` throws.
 */
export async function buildStatement(
  tx: Queries,
  order: {
    readonly workspace: WorkspaceContext;
    /** one at least */
    readonly inputs: readonly [Situation, ...Situation[]];
    readonly chooseSigner: ChooseSigner;
    readonly asAt: Day;
  },
): Promise<BuiltNotice> {
  const { workspace, inputs, chooseSigner, asAt } = order;
  const [input, ...others] = inputs;
  if (others.length === 0)
    return buildMessage(tx, { workspace, input, kind: 'statement', chooseSigner, asAt });
  const { facts } = input;
  const first = statementSection({ input, chooseSigner, asAt });
  const parts = [first, ...others.map((other) => statementSection({ input: other, chooseSigner, asAt }))];
  const { creditor, signer, signerId, sender, debtor } = first.parties;
  const recipient = mustHaveRecipient(facts, first.parties);
  const group = await groupOf(tx, workspace.id, facts.debtor.id);
  const sections = parts.map(({ section }) => section);
  const built = await assembleNotice({
    input,
    stage: 'statement',
    data: {
      kind: 'statement',
      debtorKind: facts.debtor.kind,
      locale: workspace.locale,
      creditor,
      debtor: {
        name: group?.name ?? debtor.name,
        account: sections.map((section) => section.debtor.account).join(', '),
      },
      contact: { name: recipient.name, email: recipient.email, isMailbox: recipient.isMailbox },
      asAt,
      ...combinedStatement(sections),
      disclosures: disclosuresTo(facts.debtor),
      signedBy: signer,
    },
    recipient,
    sender,
    signerId,
    listed: parts.flatMap(({ listed }) => listed),
  });
  const accounts = inputs.map((one) => one.facts.debtor.id);
  return { ...built, figures: { ...built.figures, accounts } };
}
