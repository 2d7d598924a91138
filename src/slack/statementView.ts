import type { types } from '@slack/bolt';
import { lookView } from '../../blocks/approvals/lookView.ts';
import { previewStatement } from '../useCases/notices/previewStatement.ts';
import type { Asker } from './Asker.ts';

/** The statement of an account word for word, with buttons that mail it or send it to the asker as a PDF. */
export async function statementView(
  { deps, workspace, member, now }: Pick<Asker, 'deps' | 'workspace' | 'member' | 'now'>,
  debtorId: string,
): Promise<types.ModalView> {
  const built = await previewStatement(deps.db, { workspace, member, debtorId, now });
  const { recipient, sender, rendered, data } = built;
  return lookView({
    send: { actionId: 'statement_send', value: debtorId },
    more: [{ text: 'PDF to me', actionId: 'statement_pdf', value: debtorId }],
    debtorName: data.debtor.name,
    to: `${recipient.name} <${recipient.email}>`,
    replyTo: sender?.email,
    subject: rendered.subject,
    text: rendered.text,
    isLetter: true,
  });
}
