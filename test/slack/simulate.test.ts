import { expect, test } from 'vitest';
import { businessPolicy } from '../../src/core/defaultPolicies.ts';
import { newId } from '../../src/core/newId.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';

test('a manager tries a changed policy on the ledger; nothing is written; then all running cases are moved', async () => {
  const duly = await dulyInPlayground();
  const { db, person, member, delivery, workspaceId } = duly;
  const { id } = await aDebtor(db, workspaceId, {
    name: 'Acme & Sons',
    ownerId: member.colin,
    invoices: [{ due: '2026-11-20', amount: 84_000 }],
  });
  const running = { workspaceId, debtorId: id, cycle: 1, openedOn: new Date('2026-11-13') };
  await db.prisma.case.create({ data: { id: newId(), ...running } });
  const version = await switchedOn(duly);
  const before = await written(duly);

  await person.marta.command('simulate');
  const shown = await person.marta.view();
  expect(wordsOf(shown)).toContain('Move all running cases (1)');
  expect(wordsOf(shown)).toMatch(/Polite reminder: 4 → 1/);
  expect(wordsOf(shown)).toContain('Acme &amp; Sons');
  await delivery.drain();
  const { payload } = await db.prisma.outbox.findFirstOrThrow({
    where: { payload: { path: ['filename'], equals: 'simulation-accounts.csv' } },
  });
  const { contentBase64 } = payload as { contentBase64: string };
  expect(Buffer.from(contentBase64, 'base64').toString('utf8')).toContain('Acme & Sons,');
  expect(JSON.stringify(await person.marta.messages())).toContain('Colin');
  expect(await written(duly)).toEqual(before);

  await person.marta.click(shown, 'policy_move_cases');
  expect(wordsOf(await person.marta.view())).toContain('moved: 1');
  expect(await db.prisma.case.findFirstOrThrow()).toMatchObject({ policyId: version });
  const [audit] = await db.prisma.audit.findMany({ where: { action: 'cases_moved' } });
  expect(audit).toMatchObject({ actor: member.marta, after: { key: 'business', version: 1, cases: 1 } });
});

test('cases are not moved to a policy that was changed since it was simulated', async () => {
  const duly = await dulyInPlayground();
  const { db, person, workspaceId } = duly;
  const { id } = await aDebtor(db, workspaceId, {
    name: 'Acme',
    invoices: [{ due: '2026-11-20', amount: 84_000 }],
  });
  const running = { workspaceId, debtorId: id, cycle: 1, openedOn: new Date('2026-11-13') };
  await db.prisma.case.create({ data: { id: newId(), ...running } });
  const first = await switchedOn(duly);
  await person.max.command('simulate');
  const shown = await person.max.view();
  await db.prisma.policy.update({ where: { id: first }, data: { active: false } });
  await switchedOn(duly, 2);
  await person.max.click(shown, 'policy_move_cases');
  expect((await person.max.last()).text).toContain('/debt simulate');
  expect(await db.prisma.case.findFirstOrThrow()).toMatchObject({ policyId: null });
});

test('of a large ledger the window says how far the simulation is, before it shows what came of it', async () => {
  const duly = await dulyInPlayground();
  const { db, person, playground, workspaceId } = duly;
  const { creditorId } = await db.prisma.debtor.findFirstOrThrow({
    where: { id: (await aDebtor(db, workspaceId, { name: 'Acme', invoices: [] })).id },
  });
  const all = [workspaceId, creditorId];
  await db.execute(
    `INSERT INTO debtor (id, workspace_id, creditor_id, account, name, kind)
     SELECT 'd' || n, $1, $2, 'N-' || n, 'Customer ' || n, 'business' FROM generate_series(1, 2500) n`,
    all,
  );
  await db.execute(
    `INSERT INTO invoice (id, workspace_id, creditor_id, debtor_id, number, issued_on, due_on, currency, amount, outstanding, recorded_at)
     SELECT 'i' || n, $1, $2, 'd' || n, 'INV-' || n, '2026-11-01', '2026-12-01', 'GBP', 5000, 5000, now() FROM generate_series(1, 2500) n`,
    all,
  );
  await person.marta.command('simulate');
  expect(wordsOf(await person.marta.view())).toContain('2500 open accounts');
  const traffic = await (await fetch(`${playground.url}/client/traffic`)).text();
  expect(traffic.match(/\d+ of 2500 accounts are simulated/g)).toEqual(
    expect.arrayContaining(['1000 of 2500 accounts are simulated', '2000 of 2500 accounts are simulated']),
  );
}, 120_000);

test('only managers simulate', async () => {
  const { person } = await dulyInPlayground();
  await person.colin.command('simulate');
  expect(wordsOf(await person.colin.view())).toContain('Only managers');
});

/** A version in which reminders are not repeated. */
async function switchedOn({ db, workspaceId }: DulyInPlayground, version = 1): Promise<string> {
  const id = newId();
  const rungs = businessPolicy.rungs.map(({ repeat, ...rung }) =>
    rung.key === 'chase' ? rung : { ...rung, ...(repeat && { repeat }) },
  );
  const definition = JSON.parse(JSON.stringify({ ...businessPolicy, rungs }));
  const { key, name } = businessPolicy;
  await db.prisma.policy.create({
    data: { id, workspaceId, key, name, version, definition, createdAt: new Date() },
  });
  return id;
}

async function written({ db }: DulyInPlayground) {
  const [steps, prompts, audits, cases, debtors] = await Promise.all([
    db.prisma.stageStep.count(),
    db.prisma.prompt.count(),
    db.prisma.audit.count(),
    db.prisma.case.findMany(),
    db.prisma.debtor.findMany(),
  ]);
  return { steps, prompts, audits, cases, debtors };
}
