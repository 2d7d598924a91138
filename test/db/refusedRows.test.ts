import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Tx } from '../../src/db/client.ts';
import { openDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { AT, another, BOOK, put, refusalOf, uses, writeBook } from './aWholeBook.ts';

/**
 * What PostgreSQL itself refuses, whoever asks it: each check and unique key of the tables of money and steps is broken once. What is
 * refused names the rule, so one that was dropped shows, and so does a new one that is not tried here.
 */
const TABLES = Object.keys(BOOK);

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
  await writeBook(database.db);
});
afterAll(() => database.drop());

const INVOICE_2 = { id: 'i2', number: 'N-2' };
const rate = (change: object) => (tx: Tx) => put(tx, 'base_rate', { ...BOOK.base_rate, ...change });
const sum = (change: object) => (tx: Tx) => put(tx, 'statute_sum', { ...BOOK.statute_sum, ...change });
const NEW_STEP = { id: 's2', occurrence: 2 };

/** What breaks a CHECK or a unique key, by its name. */
const BREAKS: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  invoice_currency: another('invoice', { currency: 'gbp' }),
  invoice_kind: another('invoice', { kind: 'credit_note' }),
  invoice_outstanding: uses(1001),
  invoice_workspace_id_creditor_id_number_key: another('invoice', {}),
  payment_currency: another('payment', { currency: 'pounds' }),
  payment_origin: another('payment', { origin: 'gift' }),
  payment_unapplied: async (tx) => {
    await put(tx, 'invoice', { ...BOOK.invoice, ...INVOICE_2 });
    await uses(1000)(tx);
    await uses(501, { invoice_id: 'i2' })(tx);
  },
  payment_reversed: another('payment', { key: 'bank:2', amount: -1501, reverses_id: 'p1' }),
  payment_reversal: another('payment', { key: 'bank:2', amount: 1, reverses_id: 'p1' }),
  payment_meant_for_check: another('payment', { meant_for: 'invoices' }),
  payment_workspace_id_key_key: another('payment', {}),
  allocation_amount: uses(0),
  allocation_source: uses(1, { credit_note_id: 'i1' }),
  promise_amount: another('promise', { amount: 0 }),
  promise_dates: another('promise', { promised_on: '2026-03-01' }),
  promise_ended: another('promise', { state: 'kept' }),
  promise_state: another('promise', { state: 'forgotten', ended_on: '2026-03-11' }),
  dispute_amount: another('dispute', { amount: 0 }),
  dispute_conceded: another('dispute', { conceded: 1 }),
  dispute_decided: another('dispute', { decided_on: '2026-03-01' }),
  dispute_ended: another('dispute', { ended_on: '2026-03-09' }),
  dispute_one_whole: another('dispute', {}),
  write_off_amount: another('write_off', { amount: 0 }),
  write_off_decided: another('write_off', { decided_by_id: 'marta' }),
  write_off_ended: another('write_off', { ended_on: '2026-03-09' }),
  write_off_state: another('write_off', { state: 'hoped', ended_on: '2026-03-09' }),
  write_off_one_at_a_time: another('write_off', {}),
  hold_kind: another('hold', { kind: 'rest' }),
  hold_length: another('hold', { until_on: '2026-06-01' }),
  hold_payment_seen: another('hold', { kind: 'payment_seen' }),
  case_debtor_id_cycle_key: another('case', { closed_on: '2026-03-01' }),
  case_one_open: another('case', { cycle: 2 }),
  stage_step_state: another('stage_step', { ...NEW_STEP, state: 'begun', done_on: null }),
  stage_step_done: another('stage_step', { ...NEW_STEP, done_on: null }),
  stage_step_occurrence: another('stage_step', { occurrence: 0 }),
  stage_step_case_id_stage_carrying_invoice_id_occurrence_key: another('stage_step', {}),
  notice_state: another('notice', { state: 'lost' }),
  notice_one_live_after_cease: async (tx) => {
    const written = { step_id: null, kind: 'efforts_end', state: 'requested' };
    await another('notice', written)(tx);
    await another('notice', { ...written, id: 'third', kind: 'remedy_intended' })(tx);
  },
  notice_one_live_per_step: another('notice', { state: 'requested' }),
  approval_state: another('approval', { state: 'perhaps' }),
  approval_approvers: another('approval', { approvers: 3 }),
  approval_one_open: another('approval', {}),
  approval_decision_kind: another('approval_decision', { via: 'hearsay' }),
  approval_decision_one_standing: another('approval_decision', {}),
  approval_decision_one_reaction: async (tx) => {
    await another('approval_decision', { self_approved: true })(tx);
    await another('approval_decision', { id: 'third', self_approved: true })(tx);
  },
  outbox_state: another('outbox', { state: 'somewhere' }),
  outbox_one_sending: another('outbox', { key: 'mail:n2' }),
  outbox_workspace_id_key_key: another('outbox', { state: 'pending' }),
  outbox_seq_key: async (tx) => {
    await another('outbox', { key: 'mail:n2', state: 'pending' })(tx);
    await tx.execute('UPDATE outbox SET seq = 1');
  },
  hand_off_to_kind: another('hand_off', { to_kind: 'friends' }),
  hand_off_recalled: another('hand_off', { recalled_on: '2026-03-09' }),
  hand_off_one_at_a_time: another('hand_off', { step_id: 's2' }),
  hand_off_step_id_key: another('hand_off', {
    ...{ recalled_on: '2026-03-09', recalled_by_id: 'marta', recall_reason: 'paid' },
  }),
  credit_hold_released: another('credit_hold', { released_at: AT }),
  credit_hold_one_at_a_time: another('credit_hold', { step_id: 's2' }),
  credit_hold_step_id_key: another('credit_hold', {
    ...{ released_at: AT, released_on: '2026-03-02', released_by_id: 'marta', release_reason: 'paid' },
  }),
  base_rate_half_year: rate({ from_on: '2026-02-01' }),
  base_rate_plausible: rate({ basis_points: 10_001 }),
  base_rate_base: rate({ base: ' ' }),
  statute_law: another('statute', { law: 'nl' }),
  statute_words: another('statute', { law: 'FR', source: ' ' }),
  statute_days: another('statute', { law: 'FR', issued_until: '2013-03-15' }),
  statute_base: another('statute', { law: 'FR', base: '' }),
  statute_margin: another('statute', { law: 'FR', margin: -1 }),
  statute_rated: another('statute', { law: 'FR', rated: 'daily' }),
  statute_year_days: another('statute', { law: 'FR', year_days: 366 }),
  statute_currency: another('statute', { law: 'FR', currency: 'eur' }),
  statute_workspace_id_law_issued_from_key: another('statute', {}),
  statute_sum_from: sum({ from_amount: -1 }),
  statute_sum_amount: sum({ from_amount: 1000, sum: 0 }),
  month_end_first_day: another('month_end', { month: '2026-02-02' }),
  month_end_sweep: another('month_end', { sweep: 'later' }),
  month_end_statement: another('month_end', { statement: 'lost' }),
  month_end_notice: another('month_end', { statement: 'sent' }),
  month_end_debtor_id_month_key: another('month_end', {}),
  activity_workspace_id_key_key: another('activity', { reverses_id: null }),
  activity_reversed_once: another('activity', { key: 'call:2' }),
  creditor_workspace_id_name_key: another('creditor', {}),
  debtor_kind: another('debtor', { kind: 'friend' }),
  debtor_workspace_id_creditor_id_account_key: another('debtor', {}),
};

test.each(Object.entries(BREAKS))('%s is kept', async (name, work) => {
  expect(await refusalOf(database.db, work)).toMatchObject({ constraint: name });
});

test('there is no check or unique key of money and steps that was not tried', async () => {
  const rules = await database.db.sql(
    z.object({ name: z.string() }),
    `SELECT conname AS name FROM pg_constraint JOIN pg_class t ON t.oid = conrelid WHERE contype = 'c' AND t.relname = ANY($1)
     UNION SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = indexrelid JOIN pg_class t ON t.oid = indrelid
       WHERE indisunique AND NOT indisprimary AND t.relname = ANY($1)`,
    [[...TABLES, 'allocation']],
  );
  expect(Object.keys(BREAKS).sort()).toEqual(rules.map(({ name }) => name).sort());
});
