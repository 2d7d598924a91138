import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { countryOf } from '../../src/core/countryOf.ts';
import type { Db } from '../../src/db/client.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';

const migrated = async (db: Db, name: string) => {
  const file = new URL(`../../prisma/migrations/${name}/migration.sql`, import.meta.url);
  await db.pool.query(await readFile(file, 'utf8'));
};

/** A debtor that was kept so; answers how it is kept now, and whether it is looked at anew. */
async function keptAs(
  { db, workspaceId }: Pick<DulyInPlayground, 'db' | 'workspaceId'>,
  { name, country, region = null }: { name: string; country: string | null; region?: string | null },
) {
  const { id } = await aDebtor(db, workspaceId, { name, invoices: [{ due: '2026-10-01', amount: 100 }] });
  const later = new Date('2027-01-01T00:00:00Z');
  await db.prisma.debtor.update({ where: { id }, data: { country, region, nextReviewAt: later } });
  return async () => {
    const debtor = await db.prisma.debtor.findUniqueOrThrow({ where: { id } });
    const isDue = debtor.nextReviewAt?.getTime() === debtor.createdAt.getTime();
    return [debtor.country, debtor.region, isDue];
  };
}

test('what was kept as UK, or under a former code, is the country that was meant, and is looked at again', async () => {
  const duly = await dulyInPlayground();
  const { db, workspaceId, workspace } = duly;
  const kept = (name: string, country: string | null, region: string | null = null) =>
    keptAs(duly, { name, country, region });
  const corrected = await kept('Corrected', 'UK', 'Scotland');
  const imported = await kept('Imported', null, 'uk');
  const paris = await kept('Paris', 'FX');
  const berlin = await kept('Berlin', 'DE', 'BE');
  const code = await kept('Code', null, '391');
  const home = await kept('Home', null);
  const put = () => migrated(db, '20261127104500_countries');
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

test('what was kept as a country and is none is a region of the home country, as a file that names it is read', async () => {
  const duly = await dulyInPlayground();
  const union = await keptAs(duly, { name: 'Union', country: 'EU' });
  const beside = await keptAs(duly, { name: 'Beside', country: 'XA', region: 'Berlin' });
  const kosovo = await keptAs(duly, { name: 'Kosovo', country: 'XK' });
  const home = await keptAs(duly, { name: 'Home', country: null, region: '391' });
  await migrated(duly.db, '20261127131500_codes_of_no_country');
  expect(await union()).toEqual([null, 'EU', true]);
  expect(await beside()).toEqual([null, 'Berlin', true]);
  expect(await kosovo()).toEqual(['XK', null, false]);
  expect(await home()).toEqual([null, '391', false]);
});

test('every country that is read is one that is kept', async () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const sql = await readFile(
    new URL('../../prisma/migrations/20261127131500_codes_of_no_country/migration.sql', import.meta.url),
    'utf8',
  );
  const known = new Set(sql.match(/(?<=')[A-Z]{2}(?=')/g));
  expect(codes.filter((code) => countryOf(code) === code)).toEqual(codes.filter((code) => known.has(code)));
});
