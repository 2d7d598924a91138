import { expect, test } from 'vitest';
import { type Day, dateOfDay, dayOf, isoDay } from '../../../src/core/day.ts';
import type { Decision } from '../../../src/core/decision.ts';
import { newId } from '../../../src/core/newId.ts';
import { loadDebtorFacts } from '../../../src/db/debtorFacts.ts';
import { decideFor } from '../../../src/useCases/accounts/decideFor.ts';
import { explainDecision } from '../../../src/useCases/accounts/explainDecision.ts';
import { aDebtor, paymentsKnownUntil } from '../../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../../support/wordsOf.ts';
import { noticeTeam } from '../notices/noticeTeam.ts';

const told = ({ take, waiting, stuck, carrying, caseShouldBeOpen, reasons }: Decision) => ({
  ...{ take: take?.stage, waiting, stuck: stuck?.stage, carrying, caseShouldBeOpen, reasons },
});

test('asked later why, each day is decided again as it was that morning, whatever came after', async () => {
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

  async function decisionOn(on: Day): Promise<Decision> {
    const workspace = await team.workspace();
    const facts = (await loadDebtorFacts(db, workspace, [acme.id], team.clock.now())).get(acme.id);
    if (!facts) throw new Error('no facts');
    return decideFor(db, { workspace, facts, on });
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
