import { labelled } from './labelled.ts';
import type { NoticeData } from './NoticeData.ts';
import type { Labelled } from './NoticeView.ts';

/** Where to pay to; nothing where the creditor has given no bank details. The reference is the customer's account unless another one is set. */
export function describeBank({ creditor, debtor }: Pick<NoticeData, 'creditor' | 'debtor'>): Labelled[] {
  const bank = creditor.bankDetails;
  if (!bank) return [];
  const rows: [string, string | undefined][] = [
    ['Account holder', bank.holder],
    ['Bank', bank.bank],
    ['IBAN', bank.iban],
    ['Sort code', bank.sortCode],
    ['Account number', bank.account],
    ['Payment reference', bank.reference ?? debtor.account],
  ];
  return rows.flatMap(([label, value]) => (value ? [labelled(label, value)] : []));
}
