import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../support/testDatabase.ts';
import { bringIn, LIST, NOW, openItems, openOf } from '../useCases/ledger/ledgerKit.ts';

const migration = new URL(
  '../../prisma/migrations/20261127131100_credits_in_use/migration.sql',
  import.meta.url,
);

test('a credit note that was opened while invoices had its credit: they keep as much as money, and the credit is used once', async () => {
  const { db } = await testDatabase();
  const on = (asOf: string) => ({ currency: 'EUR', map: LIST, asOf, confirm: true });
  const file = (first: string, second: string, credit: string) =>
    openItems(
      ['I-1', 'Kea', '2026-10-01', '50', first],
      ['I-2', 'Kea', '2026-10-02', '50', second],
      ['C', 'Kea', '2026-10-03', '-60', credit],
    );
  await bringIn(db, file('50', '50', '-60'), on('2026-11-15'));
  await bringIn(db, file('0', '40', '0'), on('2026-11-16'));
  const { id, ...credit } = await db.prisma.invoice.findFirstOrThrow({ where: { number: 'C' } });
  const { workspaceId, creditorId, debtorId, currency } = credit;
  for (const amount of [2500n, 500n]) {
    const payment = {
      id: `opening ${amount}`,
      workspaceId,
      creditorId,
      debtorId,
      currency,
      amount,
      unapplied: 0n,
    };
    const valueOn = new Date('2026-11-17');
    const counted = { origin: 'ledger', valueOn, recordedAt: NOW, key: `ledger:${amount}` };
    await db.prisma.payment.create({ data: { ...payment, ...counted } });
    const opens = { id: `of ${amount}`, workspaceId, paymentId: payment.id, invoiceId: id, amount };
    await db.prisma.allocation.create({ data: { ...opens, effectiveOn: valueOn, recordedAt: NOW } });
  }
  await db.prisma.invoice.update({ where: { id }, data: { amount: -3000n } });
  const open = { 'I-1': 0n, 'I-2': 4000n, C: 0n };
  expect(await openOf(db)).toEqual(open);

  const paying = () =>
    db.sql(
      z.object({ on: z.string(), by: z.string(), amount: z.string() }),
      `SELECT i.number AS on, coalesce(c.number, p.id) AS by, sum(a.amount)::text AS amount FROM allocation a JOIN invoice i ON i.id = a.invoice_id
       LEFT JOIN invoice c ON c.id = a.credit_note_id LEFT JOIN payment p ON p.id = a.payment_id
       GROUP BY 1, 2 HAVING sum(a.amount) <> 0 ORDER BY 1, 2`,
    );
  const moved = [
    { on: 'I-1', by: 'C', amount: '3000' },
    { on: 'I-1', by: 'opening 2500', amount: '1500' },
    { on: 'I-1', by: 'opening 500', amount: '500' },
    { on: 'I-2', by: 'opening 2500', amount: '1000' },
  ];
  for (let times = 0; times < 2; times++) {
    await db.pool.query(await readFile(migration, 'utf8'));
    expect(await paying()).toEqual(moved);
    expect(await openOf(db)).toEqual(open);
  }
});
