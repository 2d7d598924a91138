import { expect, it } from 'vitest';
import { callDesk } from '../calls/callDesk.ts';
import { acme, bounces } from '../calls/callTeam.ts';

it.each([
  ['89 days', '2027-02-20T09:30:00Z', [1]],
  ['90 days, in the evening too', '2027-02-21T18:30:00Z', [1]],
  ['91 days', '2027-02-22T00:30:00Z', [1, 2]],
])('money that had closed a case is taken back after %s', async (_, at, cycles) => {
  const team = await callDesk();
  const debtor = await acme(team);
  await team.settle();
  for (const id of debtor.invoiceIds) await team.pays(debtor, id);
  await team.settle();
  const closed = await team.db.prisma.case.findMany();
  expect(closed.map(({ closedOn }) => closedOn?.toISOString().slice(0, 10))).toEqual(['2026-11-23']);

  await team.move(at);
  await bounces(team, debtor.id);
  await team.settle();
  const cases = await team.db.prisma.case.findMany({ orderBy: { cycle: 'asc' } });
  expect(cases.map(({ cycle }) => cycle)).toEqual(cycles);
  expect(cases.at(-1)?.closedOn).toBeNull();
});
