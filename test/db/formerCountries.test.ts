import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { dulyInPlayground } from '../support/dulyInPlayground.ts';

const migration = new URL('../../prisma/migrations/20261127104500_countries/migration.sql', import.meta.url);

test('what was kept as UK, or under a former code, is the country that was meant, and is looked at again', async () => {
  const { db, workspaceId, workspace } = await dulyInPlayground();
  const kept = async (name: string, country: string | null, region: string | null = null) => {
    const { id } = await aDebtor(db, workspaceId, { name, invoices: [{ due: '2026-10-01', amount: 100 }] });
    const later = new Date('2027-01-01T00:00:00Z');
    await db.prisma.debtor.update({ where: { id }, data: { country, region, nextReviewAt: later } });
    return async () => {
      const debtor = await db.prisma.debtor.findUniqueOrThrow({ where: { id } });
      const isDue = debtor.nextReviewAt?.getTime() === debtor.createdAt.getTime();
      return [debtor.country, debtor.region, isDue];
    };
  };
  const corrected = await kept('Corrected', 'UK', 'Scotland');
  const imported = await kept('Imported', null, 'uk');
  const paris = await kept('Paris', 'FX');
  const berlin = await kept('Berlin', 'DE', 'BE');
  const code = await kept('Code', null, '391');
  const home = await kept('Home', null);
  const put = async () => db.pool.query(await readFile(migration, 'utf8'));
  await put();
  expect(await corrected()).toEqual(['GB', 'Scotland', true]);
  expect(await imported()).toEqual(['GB', null, true]);
  expect(await paris()).toEqual(['FR', null, true]);
  expect(await berlin()).toEqual(['DE', 'BE', false]);
  expect(await code()).toEqual([null, '391', false]);
  expect(await home()).toEqual([null, null, false]);

  await db.prisma.workspace.update({ where: { id: workspaceId }, data: { country: 'UK' } });
  await put();
  expect((await workspace()).country).toBe('GB');
  expect(await home()).toEqual([null, null, true]);
  expect(await berlin()).toEqual(['DE', 'BE', false]);
});
