import { expect, it } from 'vitest';
import { aDebtor } from '../../support/aDebtor.ts';
import { callDesk } from '../calls/callDesk.ts';
import { logs } from '../calls/callTeam.ts';

it('said to be paid: a trifle for another invoice ends no wait, as much as was overdue does', async () => {
  const desk = await callDesk();
  const debtor = await aDebtor(desk.db, desk.workspaceId, {
    name: 'Acme Ltd',
    ownerId: desk.member.colin,
    invoices: [
      { due: '2026-11-02', amount: 900_000 },
      { due: '2026-12-21', amount: 500 },
    ],
  });
  const [late = '', trifle = ''] = debtor.invoiceIds;
  const wait = async () => (await desk.db.prisma.hold.findFirstOrThrow()).endedOn;
  await logs(desk, 'colin', { debtorId: debtor.id, outcome: 'paid' });

  await desk.move('2026-11-24T09:30:00Z');
  await desk.pays(debtor, trifle);
  expect(await wait()).toBeNull();
  expect(await desk.db.prisma.prompt.count({ where: { kind: 'find_payment', state: 'open' } })).toBe(1);

  await desk.pays(debtor, late);
  expect(await wait()).not.toBeNull();
  expect(await desk.db.prisma.prompt.count({ where: { kind: 'find_payment', state: 'open' } })).toBe(0);
});
