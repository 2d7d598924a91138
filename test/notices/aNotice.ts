import { addDays, dayOf } from '../../src/core/day.ts';
import type { NoticeData, NoticeInvoice } from '../../src/notices/NoticeData.ts';

const asAt = dayOf('2026-11-22');

/** An invoice of Brightwater to Acme that has been open for `daysPastDue` days, other facts as given. */
export function anInvoice(
  number: string,
  outstanding: bigint,
  facts: Partial<NoticeInvoice> = {},
): NoticeInvoice {
  const daysPastDue = facts.daysPastDue ?? 76;
  const dueOn = addDays(asAt, -daysPastDue);
  return {
    number,
    issuedOn: addDays(dueOn, -30),
    dueOn,
    currency: 'GBP',
    amount: outstanding,
    outstanding,
    daysPastDue,
    ...facts,
  };
}

/** A final notice of Brightwater Supplies to Acme Trading, other facts as given. */
export function aNotice(facts: Partial<NoticeData> = {}): NoticeData {
  return {
    kind: 'final_notice',
    debtorKind: 'business',
    locale: 'en-GB',
    creditor: {
      name: 'Brightwater Supplies Ltd',
      address: '14 Quay Street\nBristol BS1 4DJ\nUnited Kingdom',
      email: 'accounts@brightwater.example',
      phone: '+44 117 496 0123',
      letterhead:
        'Registered in England and Wales no. 01234567. VAT GB 123 4567 89\nRegistered office: 14 Quay Street, Bristol BS1 4DJ',
      bankDetails: {
        holder: 'Brightwater Supplies Ltd',
        bank: 'Severn Bank',
        iban: 'GB33 BUKB 2020 1555 5555 55',
        sortCode: '20-20-15',
        account: '55555555',
      },
    },
    debtor: {
      name: 'Acme Trading Ltd',
      account: 'AC-1042',
      address: '7 Mill Lane\nLeeds LS1 4AP\nUnited Kingdom',
    },
    contact: { name: 'Jane Okafor', email: 'jane@acme.example', isMailbox: false },
    asAt,
    deadlineOn: dayOf('2026-12-09'),
    invoices: [anInvoice('INV-2207', 184_050n)],
    credits: [],
    signedBy: { name: 'Priya Shah', role: 'Credit Controller' },
    ...facts,
  };
}
