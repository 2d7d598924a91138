import { expect, test } from 'vitest';
import { businessPolicy, privatePolicy } from '../../src/core/defaultPolicies.ts';
import { newId } from '../../src/core/newId.ts';
import { type Policy, readPolicy } from '../../src/core/policy.ts';
import type { Db } from '../../src/db/client.ts';
import { loadDebtorFacts } from '../../src/db/debtorFacts.ts';
import { activePolicies, policyOf } from '../../src/db/policies.ts';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { testDatabase } from '../support/testDatabase.ts';

const now = new Date('2026-11-23T09:30:00Z');
const german = readPolicy({
  ...businessPolicy,
  key: 'german',
  name: 'Germany',
  appliesTo: { countries: ['DE'] },
});

test('a case stays with the version it began with; one that begins today gets the active version that is for its debtor', async () => {
  const { db, workspaceId, keep, policyFor } = await aWorkspace();
  const second = await keep(businessPolicy, 2, true);
  const first = await keep(businessPolicy, 1, false);
  const forGermany = await keep(german, 1, true);
  const { id: running } = await aDebtor(db, workspaceId, { name: 'Acme' });
  const { id: beginning } = await aDebtor(db, workspaceId, { name: 'Birch' });
  const { id: inGermany } = await aDebtor(db, workspaceId, { name: 'Cedar', country: 'DE' });
  const { id: before } = await aDebtor(db, workspaceId, { name: 'Dove' });
  const cases = { workspaceId, cycle: 1, openedOn: now };
  await db.prisma.case.create({ data: { ...cases, id: newId(), debtorId: running, policyId: first } });
  await db.prisma.case.create({ data: { ...cases, id: newId(), debtorId: before } });
  expect(await policyFor(running)).toMatchObject({ policyId: first, version: 1 });
  expect(await policyFor(beginning)).toMatchObject({ policyId: second, version: 2 });
  expect(await policyFor(inGermany)).toMatchObject({ policyId: forGermany, policy: { key: 'german' } });
  expect(await policyFor(before)).toMatchObject({ policyId: undefined, policy: { key: 'business' } });
});

test('defaults that nobody changed stand beside what the workspace has made', async () => {
  const { db, workspaceId, keep } = await aWorkspace();
  await keep(german, 1, true);
  const active = await activePolicies(db, workspaceId);
  expect(active.map(({ policy, version }) => [policy.key, version])).toEqual([
    [businessPolicy.key, 0],
    [privatePolicy.key, 0],
    ['german', 1],
  ]);
});

test('a version is never changed, and of each policy one at most is active', async () => {
  const { db, keep } = await aWorkspace();
  const id = await keep(businessPolicy, 1, true);
  await expect(db.prisma.policy.update({ where: { id }, data: { definition: {} } })).rejects.toThrow();
  await expect(db.prisma.policy.delete({ where: { id } })).rejects.toThrow();
  await expect(keep(businessPolicy, 2, true)).rejects.toThrow();
  await db.prisma.policy.update({ where: { id }, data: { active: false } });
  await keep(businessPolicy, 2, true);
});

async function aWorkspace() {
  const { db } = await testDatabase();
  const workspaceId = newId();
  const place = { zone: 'Europe/London', country: 'GB', currency: 'GBP' };
  await db.prisma.workspace.create({
    data: { id: workspaceId, name: 'Northwind', ...place, createdAt: now },
  });
  return {
    db,
    workspaceId,
    keep: (policy: Policy, version: number, active: boolean) =>
      keepVersion(db, workspaceId, policy, { version, active }),
    async policyFor(debtorId: string) {
      const workspace = await loadWorkspace(db, workspaceId);
      const facts = (await loadDebtorFacts(db, workspace, [debtorId], now)).get(debtorId);
      if (!facts) throw new Error('no facts');
      return policyOf(db, workspace, facts);
    },
  };
}

async function keepVersion(
  db: Db,
  workspaceId: string,
  policy: Policy,
  { version, active }: { version: number; active: boolean },
): Promise<string> {
  const id = newId();
  const { key, name } = policy;
  const definition = JSON.parse(JSON.stringify(policy));
  await db.prisma.policy.create({
    data: { id, workspaceId, key, version, name, definition, active, createdAt: now },
  });
  return id;
}
