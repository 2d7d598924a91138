import { expect, test } from 'vitest';
import { aSample } from './sampleKit.ts';

test('days on which nobody was there are made up for, one statement each, once the bank has them', async () => {
  const { bank, rows } = await aSample();
  const days = async () => {
    const statements = await rows(
      `SELECT as_of::text AS day FROM ledger_import WHERE file_name LIKE 'bank-%' ORDER BY 1`,
    );
    return statements.map(({ day }) => day);
  };
  const next = async () => (await bank.next(new Date()))?.toISOString();
  expect(await next()).toBe('2026-11-23T07:00:00.000Z');
  await bank.run(new Date('2026-11-26T10:59:00Z'));
  expect(await days()).toEqual(['2026-11-20', '2026-11-23']);
  expect(await next()).toBe('2026-11-26T11:00:00.000Z');
  await bank.run(new Date('2026-11-26T11:00:00Z'));
  await bank.run(new Date('2026-11-27T06:59:00Z'));
  expect(await days()).toEqual(['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
  expect(await next()).toBe('2026-11-27T07:00:00.000Z');
}, 120_000);
