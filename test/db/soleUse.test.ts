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
  const held = () =>
    db.prisma.$queryRaw<
      object[]
    >`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()`;
  await db.prisma.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'`;
  await expect.poll(held).toEqual([]);
  expect(await soleUse(url, 'local Slack')).toBeDefined();
});
