import { expect, test } from 'vitest';
import { soleUse } from '../../src/db/soleUse.ts';
import { testDatabase } from '../support/testDatabase.ts';

test('one process at a time has it, and it is free again when that lets go or its connection ends', async () => {
  const { url, db } = await testDatabase();
  const letGo = await soleUse(url, 'local Slack');
  expect(letGo).toBeDefined();
  expect(await soleUse(url, 'local Slack')).toBeUndefined();
  const other = await soleUse(url, 'something else');
  expect(other).toBeDefined();
  await letGo?.();
  expect(await soleUse(url, 'local Slack')).toBeDefined();
  // other tests have databases of their own on the same server
  const ours = `FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  const held = () => db.prisma.$queryRawUnsafe<object[]>(`SELECT 1 ${ours}`);
  await db.prisma.$queryRawUnsafe(`SELECT pg_terminate_backend(pid) ${ours}`);
  await expect.poll(held).toEqual([]);
  expect(await soleUse(url, 'local Slack')).toBeDefined();
});
