import { stringify } from 'csv-stringify/sync';
import { addDays, type Day, isoDay } from '../core/day.ts';
import { formatAmount } from '../core/money.ts';
import { castDe } from './cast/castDe.ts';
import { castGb } from './cast/castGb.ts';
import { castUs } from './cast/castUs.ts';
import { contactsOf } from './contactsOf.ts';
import type { CastMember, Country, SampleDebtor } from './SampleDebtor.ts';
import { item, minorOf, type Unnumbered } from './sampleItem.ts';
import { businessDayBefore } from './sampleStart.ts';
import type { PersonName } from './sampleTeam.ts';
import { settledItems } from './settledItems.ts';

const places: Readonly<
  Record<
    Country,
    { cast: readonly CastMember[]; zone: string; currency: string; owner: PersonName; first: number }
  >
> = {
  GB: { cast: castGb, zone: 'Europe/London', currency: 'GBP', owner: 'priya', first: 1001 },
  DE: { cast: castDe, zone: 'Europe/Berlin', currency: 'EUR', owner: 'jonas', first: 2001 },
  US: { cast: castUs, zone: 'America/New_York', currency: 'USD', owner: 'priya', first: 3001 },
};

const FIRST_NUMBER = 20417;

/**
 * Who owes Larkfield what on the sample's first day: about 60 customers in three countries and currencies. A pure function of
 * the day: the same day gives the same ledger, another day the same ledger that much later.
 */
export function sampleLedger(firstDay: Day): SampleDebtor[] {
  const drafts = (Object.keys(places) as Country[]).flatMap((country) => {
    const { cast, zone, currency, owner, first } = places[country];
    return cast.map((one, index) => ({
      account: `L${first + index}`,
      name: one.name,
      kind: one.kind ?? ('business' as const),
      country,
      zone,
      currency,
      owner: one.owner === null ? undefined : (one.owner ?? owner),
      contacts: contactsOf(one, country),
      invoices: [...settledItems(one, firstDay), ...openItems(one, firstDay)],
      givesOrderNumbers: one.givesOrderNumbers ?? false,
      story: one.story ?? {},
    }));
  });
  const numbers = numbered(drafts.flatMap(({ invoices }) => invoices));
  return drafts.map(({ invoices, ...debtor }) => ({
    ...debtor,
    invoices: invoices.map((invoice) => ({ ...invoice, number: numbers.get(invoice) ?? '' })),
  }));
}

/** The ledger as the accounts program exports it: a column for each field of `LEDGER_MAP`. */
export function ledgerCsv(debtors: readonly SampleDebtor[]): string {
  const rows = debtors.flatMap(({ account, name, contacts, currency, invoices }) =>
    invoices.map(({ number, issuedOn, dueOn, amount, settledOn }) => [
      number,
      account,
      name,
      contacts.flatMap(({ email }) => email ?? []).join('; '),
      isoDay(issuedOn),
      isoDay(dueOn),
      currency,
      formatAmount(amount, currency),
      settledOn === undefined ? '' : isoDay(settledOn),
    ]),
  );
  const header = [
    'Invoice',
    'Account',
    'Customer',
    'Email',
    'Issued',
    'Due',
    'Currency',
    'Amount',
    'Settled',
  ];
  return stringify([header, ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]);
}

export const LEDGER_MAP: readonly string[] = [
  'Invoice=number',
  'Account=account',
  'Customer=debtor',
  'Email=email',
  'Issued=issued',
  'Due=due',
  'Currency=currency',
  'Amount=amount',
  'Settled=settled',
];

function openItems({ open, credit }: CastMember, firstDay: Day): Unnumbered[] {
  const items = open.map(([late, amount]) => item(addDays(firstDay, -late), minorOf(amount)));
  if (credit === undefined) return items;
  const on = businessDayBefore(addDays(firstDay, -5));
  return [...items, { issuedOn: on, dueOn: on, amount: -minorOf(credit) }];
}

/** Numbers go up by the day of issue, credit notes in the same run. */
function numbered(invoices: readonly Unnumbered[]): Map<Unnumbered, string> {
  const inOrder = invoices.map((invoice, index) => ({ invoice, index }));
  inOrder.sort((a, b) => a.invoice.issuedOn - b.invoice.issuedOn || a.index - b.index);
  return new Map(
    inOrder.map(({ invoice }, index) => [
      invoice,
      `${invoice.amount < 0n ? 'CN' : 'LF'}-${FIRST_NUMBER + index}`,
    ]),
  );
}
