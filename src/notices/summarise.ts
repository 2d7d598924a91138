import { labelled } from './labelled.ts';
import type { NoticeData } from './NoticeData.ts';
import type { Labelled, NoticeView } from './NoticeView.ts';

/** The two or three facts that must not be missed. */
export function summarise(facts: {
  agreed: NonNullable<NoticeView['promise']> | undefined;
  paid: NonNullable<NoticeView['payments']> | undefined;
  kind: NoticeData['kind'];
  payable: string;
  overdue: string | undefined;
  toSettle: string | undefined;
  deadline: string | null;
}): Labelled[] {
  const { kind, agreed, paid, payable, overdue, toSettle, deadline } = facts;
  if (kind === 'statement')
    return [
      labelled('Balance', payable),
      labelled('Past its due date', overdue ?? 'nothing'),
      ...(toSettle === overdue ? [] : [labelled('Of that to be settled now', toSettle ?? 'nothing')]),
    ];
  if (agreed?.instalments.length)
    return [
      labelled('Payments agreed', `${agreed.amount} in ${agreed.instalments.length} instalments`),
      labelled('The first on', agreed.on),
    ];
  if (agreed) return [labelled('Payment agreed', agreed.amount), labelled('On', agreed.on)];
  if (paid)
    return [
      ...(paid.terms ? [labelled('Our terms', paid.terms)] : []),
      labelled('Paid in the last year', `${paid.paid}, ${paid.late}`),
    ];
  return [labelled('Amount to pay', payable), ...(deadline ? [labelled('To reach us by', deadline)] : [])];
}
