import { expect, test } from 'vitest';
import { type Day, dateOfDay, dayOf, isoDay } from '../../../src/core/day.ts';
import type { Decision } from '../../../src/core/decision.ts';
import { businessPolicy } from '../../../src/core/defaultPolicies.ts';
import { newId } from '../../../src/core/newId.ts';
import { readPolicy } from '../../../src/core/policy.ts';
import { loadDebtorFacts } from '../../../src/db/debtorFacts.ts';
import { activePolicies, versionsOf } from '../../../src/db/policies.ts';
import { decideFor } from '../../../src/useCases/accounts/decideFor.ts';
import { explainDecision } from '../../../src/useCases/accounts/explainDecision.ts';
import { moveRunningCases } from '../../../src/useCases/policies/moveRunningCases.ts';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { noticeTeam } from '../notices/noticeTeam.ts';

const told = ({ take, waiting, stuck, carrying, caseShouldBeOpen, reasons }: Decision) => ({
  ...{ take: take?.stage, waiting, stuck: stuck?.stage, carrying, caseShouldBeOpen, reasons },
});

test('asked later why, each day is decided again as it was that morning, by the policy of that day, whatever came after', async () => {
  const team = await noticeTeam({ start: '2026-11-02T08:00:00Z' });
  const { db, person, member, workspaceId } = team;
  await paymentsKnownUntil(db, workspaceId, '2026-11-02');
  const acme = await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    ownerId: member.colin,
    invoices: [
      { number: 'INV-1', due: '2026-10-26', amount: 120_000 },
      { number: 'INV-2', due: '2026-11-06', amount: 80_000 },
    ],
    contacts: [{ name: 'Jane Miller', email: 'jane@acme.example', phone: '+44 20 7946 0000' }],
  });
  const [first = '', second = ''] = acme.invoiceIds;
  const doings: Record<string, () => Promise<unknown>> = {
    '2026-11-02': async () => {
      const list = (await person.colin.messages()).find((m) => buttonsOf(m, 'reminders_send_all').length > 0);
      if (list) await person.colin.click(list, 'reminders_send_all');
    },
    '2026-11-04': () => holdUntil('2026-11-06'),
    '2026-11-09': () => team.pays(acme, first, 50_000n),
    '2026-11-10': moveToLaterReminders,
    '2026-11-11': () => team.pays(acme, first, 70_000n),
    '2026-11-12': () => team.pays(acme, second),
  };
  const mornings = new Map<Day, ReturnType<typeof told>>();
  for (let day = dayOf('2026-11-02'); day <= dayOf('2026-11-13'); day = (day + 1) as Day) {
    await team.move({ to: `${isoDay(day)}T08:59:00Z` });
    mornings.set(day, told(await decisionOn(day)));
    await team.move({ to: `${isoDay(day)}T09:30:00Z` });
    await doings[isoDay(day)]?.();
  }
  expect(new Set([...mornings.values()].map(({ take }) => take))).toContain('chase');
  for (const [day, then] of mornings) {
    const workspace = await team.workspace();
    const options = { workspace, debtorId: acme.id, on: day, now: team.clock.now() };
    if (day === dayOf('2026-11-13')) continue;
    expect([isoDay(day), told((await explainDecision(db, options)).decision)]).toEqual([isoDay(day), then]);
  }
  await person.colin.command('why acme 2026-11-02');
  expect(wordsOf(await person.colin.last())).toContain('Polite reminder is due');
  // the policy of the day: the default before the case was moved, its first version after that
  expect(await policyOn('2026-11-10')).toEqual({ name: businessPolicy.name, version: 0 });
  expect(await policyOn('2026-11-11')).toEqual({ name: 'Later reminders', version: 1 });

  async function decisionOn(on: Day): Promise<Decision> {
    const workspace = await team.workspace();
    const facts = (await loadDebtorFacts(db, workspace, [acme.id], team.clock.now())).get(acme.id);
    if (!facts) throw new Error('no facts');
    return decideFor(db, { workspace, facts, on });
  }

  async function policyOn(day: string) {
    const workspace = await team.workspace();
    const on = dayOf(day);
    return (await explainDecision(db, { workspace, debtorId: acme.id, on, now: team.clock.now() })).policy;
  }

  /** A version whose reminders come so late that the mornings before it would read quite differently by it. */
  async function moveToLaterReminders(): Promise<void> {
    const rungs = businessPolicy.rungs.map((rung) =>
      rung.key === 'chase' ? { ...rung, day: 27, repeat: undefined } : rung,
    );
    const policy = readPolicy(
      JSON.parse(JSON.stringify({ ...businessPolicy, name: 'Later reminders', rungs })),
    );
    await db.prisma.policy.create({
      data: {
        ...{ id: newId(), workspaceId, key: policy.key, version: 1, name: policy.name },
        ...{ definition: JSON.parse(JSON.stringify(policy)), createdAt: team.clock.now() },
      },
    });
    const workspace = await team.workspace();
    const marta = await db.prisma.member.findUniqueOrThrow({ where: { id: member.marta } });
    const versions = versionsOf(await activePolicies(db, workspaceId));
    const move = { workspace, member: marta, versions, now: team.clock.now() };
    expect(await moveRunningCases(db, move)).toBe(1);
  }

  async function holdUntil(until: string): Promise<void> {
    const on = dateOfDay(dayOf('2026-11-04'));
    await db.prisma.hold.create({
      data: {
        ...{ id: newId(), workspaceId, debtorId: acme.id, fromOn: on, untilOn: dateOfDay(dayOf(until)) },
        ...{ reason: 'stocktaking', memberId: member.marta, recordedAt: team.clock.now() },
      },
    });
  }
}, 60_000);
