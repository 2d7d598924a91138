import type { Db, Tx } from '../../src/db/client.ts';

type Row = Readonly<Record<string, unknown>>;

export const AT = '2026-03-02T09:00:00Z';
const ours = { workspace_id: 'acme', debtor_id: 'kea' };
const money = { workspace_id: 'acme', creditor_id: 'northwind', currency: 'GBP', recorded_at: AT };

/** One row a table: nothing has been paid yet, one step is done, its notice sent, and the next is being decided. */
export const BOOK: Readonly<Record<string, Row>> = {
  creditor: { id: 'northwind', workspace_id: 'acme', name: 'Northwind Ltd' },
  debtor: {
    id: 'kea',
    workspace_id: 'acme',
    creditor_id: 'northwind',
    account: '1',
    name: 'Kea',
    kind: 'business',
  },
  invoice: {
    ...{ id: 'i1', number: 'N-1', debtor_id: 'kea', issued_on: '2026-01-01', due_on: '2026-02-01' },
    ...{ ...money, amount: 1000, outstanding: 1000 },
  },
  payment: {
    ...{ id: 'p1', key: 'bank:1', origin: 'bank', debtor_id: 'kea', value_on: '2026-03-01' },
    ...{ ...money, amount: 1500, unapplied: 1500 },
  },
  promise: {
    ...{ id: 'r1', ...ours, currency: 'GBP', amount: 500, recorded_at: AT },
    ...{ made_on: '2026-03-02', promised_on: '2026-03-06', last_on: '2026-03-10', judge_on: '2026-03-11' },
  },
  dispute: {
    ...{ id: 'd1', ...ours, invoice_id: 'i1', reason: 'damaged', amount: 1000, whole: true },
    ...{ raised_on: '2026-03-02', recorded_at: AT },
  },
  write_off: {
    ...{
      id: 'w1',
      ...ours,
      invoice_id: 'i1',
      amount: 10,
      currency: 'GBP',
      reason: 'small',
      member_id: 'marta',
    },
    ...{ state: 'proposed', recorded_at: AT },
  },
  hold: {
    ...{ id: 'h1', ...ours, from_on: '2026-03-02', until_on: '2026-03-09', reason: 'asked for time' },
    recorded_at: AT,
  },
  case: { id: 'c1', ...ours, cycle: 1, opened_on: '2026-02-02' },
  stage_step: {
    ...{ id: 's1', ...ours, case_id: 'c1', stage: 'final_notice', carrying_invoice_id: 'i1', stage_day: 45 },
    ...{ taken_on: '2026-03-02', taken_at: AT, state: 'done', done_on: '2026-03-02' },
  },
  notice: {
    ...{ id: 'n1', ...ours, step_id: 's1', kind: 'final_notice', state: 'sent', subject: 'Final notice' },
    ...{ text: '', html: '', recipients: [], figures: {}, hash: 'x', as_at: '2026-03-02', created_at: AT },
  },
  approval: {
    ...{ id: 'a1', ...ours, notice_id: 'n1', asked_by_id: 'colin', hash: 'x', requested_at: AT },
    usable_until: '2026-03-09',
  },
  approval_decision: {
    ...{ id: 'ad1', workspace_id: 'acme', approval_id: 'a1', member_id: 'marta', decision: 'approve' },
    ...{ via: 'reaction', hash: 'x', at: AT },
  },
  outbox: {
    ...{ id: 'o1', workspace_id: 'acme', key: 'mail:n1', kind: 'mail', lane: 'mail', payload: {} },
    ...{ state: 'sending', not_before: AT, created_at: AT },
  },
  hand_off: {
    ...{ id: 'ho1', ...ours, step_id: 's1', approval_id: 'a1', to_kind: 'agency', to_name: 'Collect & Co' },
    ...{ asked_by_id: 'colin', handed_on: '2026-03-02', handed_at: AT },
  },
  credit_hold: {
    ...{ id: 'ch1', ...ours, step_id: 's1', approval_id: 'a1', invoice_id: 'i1' },
    ...{ set_on: '2026-03-02', set_at: AT, set_by_id: 'marta' },
  },
  base_rate: {
    ...{ workspace_id: 'acme', base: 'ECB rate', from_on: '2026-01-01', basis_points: 215 },
    recorded_at: AT,
  },
  statute: {
    ...{ id: 'nl', workspace_id: 'acme', law: 'NL', name: 'Art. 6:119a BW', source: 'Burgerlijk Wetboek' },
    ...{ issued_from: '2013-03-16', base: 'ECB rate', margin: 800, rated: 'half_year', year_days: 365 },
    currency: 'EUR',
  },
  statute_sum: { workspace_id: 'acme', statute_id: 'nl', from_amount: 0, sum: 4000 },
  month_end: { id: 'm1', ...ours, month: '2026-02-01', recorded_at: AT },
  activity: { id: 'ac1', ...ours, kind: 'call', at: AT, recorded_at: AT, key: 'call:1', reverses_id: 'ac0' },
  audit_personal: { id: 'ap1', ...ours, data: { before: { phone: '1' } } },
  audit: {
    ...{ workspace_id: 'acme', at: AT, actor: 'marta', action: 'approve' },
    ...{ subject_kind: 'notice', subject_id: 'n1' },
  },
};

/** Writes the book into an empty database. */
export async function writeBook(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    for (const [table, row] of Object.entries(BOOK)) await put(tx, table, row);
  });
}

/** One row, with the columns that it names; the others are as the table has them by default. */
export async function put(tx: Tx, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).join(', ');
  await tx.execute(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(row)],
  );
}

/** The row of the book once more, by another id, changed. */
export const another = (table: string, change: Row) => (tx: Tx) =>
  put(tx, table, { ...BOOK[table], id: 'another', ...change });
/** What a payment or a credit note pays: of the book, unless told. */
export const uses =
  (amount: number, change: Row = {}) =>
  (tx: Tx) =>
    put(tx, 'allocation', {
      ...{ id: `al${amount}`, workspace_id: 'acme', payment_id: 'p1', invoice_id: 'i1', amount },
      ...{ effective_on: '2026-03-01', recorded_at: AT, ...change },
    });

/** Asks it in a transaction that comes to nothing. Answers how it was refused, or undefined. */
export async function refusalOf(db: Db, work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  const done = new Error('accepted');
  const said = await db
    .transaction(async (tx) => {
      await work(tx);
      throw done;
    })
    .catch((error: unknown) => error);
  return said === done ? undefined : said;
}
