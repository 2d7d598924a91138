import { expect, test } from 'vitest';
import { testDatabase } from '../../support/testDatabase.ts';
import { bringIn, fileOf } from './ledgerKit.ts';

const MAP = [
  'No=number',
  'Acc=account',
  'Who=debtor',
  'Mail=email',
  'Due=due',
  'Amount=amount',
  'Open=outstanding',
];
const file = (...rows: string[]) => fileOf(['No,Acc,Who,Mail,Due,Amount,Open', ...rows]);

test('what was erased does not come back with a file that shows nothing open of it; with an open item it does', async () => {
  const { db } = await testDatabase();
  const paid = 'INV-1,P-7,Jane Miller,jane@miller.example,2026-10-01,100.00,0.00';
  const another = 'INV-2,P-8,Bob Hall,bob@hall.example,2026-10-01,80.00,80.00';
  await bringIn(db, file(paid, another), { map: MAP, currency: 'EUR', asOf: '2026-11-02' });
  const { id } = await db.prisma.debtor.findFirstOrThrow({ where: { account: 'P-7' } });
  await db.prisma.contact.deleteMany({ where: { debtorId: id } });
  await db.prisma.debtor.update({ where: { id }, data: { name: 'Erased account', erasedAt: new Date() } });
  const jane = async () => ({
    name: (await db.prisma.debtor.findUniqueOrThrow({ where: { id } })).name,
    contacts: await db.prisma.contact.count({ where: { debtorId: id } }),
  });

  await bringIn(db, file(paid, another), { map: MAP, currency: 'EUR', asOf: '2026-11-09' });
  expect(await jane()).toEqual({ name: 'Erased account', contacts: 0 });
  const open = 'INV-3,P-7,Jane Miller,jane@miller.example,2026-11-01,50.00,50.00';
  await bringIn(db, file(paid, another, open), { map: MAP, currency: 'EUR', asOf: '2026-11-16' });
  expect(await jane()).toEqual({ name: 'Jane Miller', contacts: 1 });
});
