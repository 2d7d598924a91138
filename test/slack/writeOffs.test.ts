import { pino } from 'pino';
import { expect, test } from 'vitest';
import { endMonth } from '../../src/useCases/monthEnds/endMonth.ts';
import { proposeSmallBalances } from '../../src/useCases/writeOffs/proposeSmallBalances.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { wordsOf } from '../support/wordsOf.ts';
import { click } from '../useCases/notices/noticeTeam.ts';

/** Acme of Colin's, with one invoice too small to chase and one that is not. */
function acme(duly: DulyInPlayground, name = 'Acme Rooms') {
  return aDebtor(duly.db, duly.workspaceId, {
    name,
    ownerId: duly.member.colin,
    invoices: [
      { number: `${name}-1`, due: '2026-10-15', amount: 1_250 },
      { number: `${name}-2`, due: '2026-10-20', amount: 84_050 },
    ],
    contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
  });
}

const proposals = ({ db }: DulyInPlayground) =>
  db.prisma.writeOff.findMany({ orderBy: { recordedAt: 'asc' } });

test('finance proposes a small balance with one click, a manager agrees, and the ledger alone does it', async () => {
  const duly = await dulyInPlayground({ working: true });
  const { person, db, workspaceId } = duly;
  const debtor = await acme(duly);
  const [small = '', large = ''] = debtor.invoiceIds;
  await person.fiona.command('writeoff');
  const list = await person.fiona.last();
  expect(wordsOf(list)).toContain('£12.50 of Acme Rooms-1');
  expect(wordsOf(list)).not.toContain('Acme Rooms-2');
  await person.fiona.click(list, `small_balance_propose:${small}`, { value: `${small}|0` });
  expect(await proposals(duly)).toMatchObject([{ invoiceId: small, state: 'proposed', amount: 1_250n }]);
  const member = await db.prisma.member.findUniqueOrThrow({ where: { id: duly.member.fiona } });
  const now = duly.clock.now();
  const again = { workspace: await duly.workspace(), member, invoiceId: small, key: 'again', now };
  expect(await proposeSmallBalances(db, again)).toContain('decided on already');
  expect(await proposals(duly)).toHaveLength(1);

  const asked = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(duly, asked.memberId === duly.member.marta ? 'marta' : 'max', 'prompt_agree');
  expect(await proposals(duly)).toMatchObject([{ state: 'agreed', decidedById: asked.memberId }]);
  expect(await db.prisma.invoice.findUnique({ where: { id: small } })).toMatchObject({ outstanding: 1_250n });
  await person.colin.command('show acme');
  expect(wordsOf(await person.colin.last())).toContain('agreed, waits for the ledger');

  await db.transaction(async (tx) => {
    const common = { workspaceId, currency: 'GBP', amount: 1_250n, recordedAt: duly.clock.now() };
    const { creditorId } = await tx.prisma.invoice.findUniqueOrThrow({ where: { id: large } });
    const day = new Date('2026-11-23');
    await tx.prisma.payment.create({
      data: {
        ...{ ...common, id: 'off', creditorId, debtorId: debtor.id, unapplied: 1_250n, valueOn: day },
        ...{ origin: 'write_off', key: 'off' },
      },
    });
    await tx.prisma.allocation.create({
      data: {
        ...{ id: 'off', workspaceId, paymentId: 'off', invoiceId: small, amount: 1_250n },
        ...{ effectiveOn: day, recordedAt: duly.clock.now() },
      },
    });
    await tx.prisma.debtor.update({ where: { id: debtor.id }, data: { nextReviewAt: duly.clock.now() } });
  });
  await duly.move({ advance: 'PT1M' });
  expect(await proposals(duly)).toMatchObject([{ state: 'done' }]);
});

test('what is left is not listed again this month; all the rest is proposed at once, one question an account', async () => {
  const duly = await dulyInPlayground();
  const { person, db } = duly;
  const [one, two, three] = [await acme(duly), await acme(duly, 'Bolt'), await acme(duly, 'Crane')];
  const left = one?.invoiceIds[0] ?? '';
  await person.fiona.command('writeoff');
  await person.fiona.click(await person.fiona.last(), `small_balance_leave:${left}`, { value: `${left}|0` });
  await person.fiona.command('writeoff');
  const list = await person.fiona.last();
  expect(wordsOf(list)).not.toContain('Acme Rooms');
  await person.fiona.click(list, 'small_balance_all', { value: '2' });
  const states = (await proposals(duly)).map(({ debtorId, state }) => [debtorId, state]);
  expect(states).toEqual(
    expect.arrayContaining([
      [one?.id, 'left'],
      [two?.id, 'proposed'],
      [three?.id, 'proposed'],
    ]),
  );
  expect(await db.prisma.prompt.count({ where: { kind: 'agree' } })).toBe(2);
  await person.vera.command('writeoff');
  expect(wordsOf(await person.vera.last())).toContain('Only collectors, finance and managers');
});

test('a whole account: the reason is asked for, a manager may say no, and Undo takes it back', async () => {
  const duly = await dulyInPlayground({ working: true });
  const { person, db } = duly;
  await acme(duly);
  await person.colin.command('writeoff acme gone out of business');
  await person.colin.submit({ reason: { value: '' } });
  expect(await proposals(duly)).toEqual([]);
  await person.colin.submit({ reason: { value: 'gone out of business' } });
  expect(await proposals(duly)).toMatchObject([{ state: 'proposed' }, { state: 'proposed' }]);
  const asked = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(duly, asked.memberId === duly.member.marta ? 'marta' : 'max', 'prompt_disagree');
  expect(await proposals(duly)).toMatchObject([{ state: 'declined' }, { state: 'declined' }]);

  // a manager who proposes it has agreed: nothing is asked for any more
  await person.marta.command('writeoff acme insolvent, no assets');
  await person.marta.submit({ reason: { value: 'insolvent, no assets' } });
  expect((await proposals(duly)).filter(({ state }) => state === 'agreed')).toHaveLength(2);
  await person.colin.command('why acme');
  expect(wordsOf(await person.colin.last())).toContain('a manager agreed to write it off');
  await person.marta.click(await person.marta.view(), 'undo_activity', {
    value: (await db.prisma.activity.findFirstOrThrow({ where: { memberId: duly.member.marta } })).id,
  });
  expect((await proposals(duly)).filter(({ state }) => state === 'withdrawn')).toHaveLength(2);
});

test('at month end finance gets the list of small balances, once', async () => {
  const duly = await dulyInPlayground();
  await acme(duly);
  const end = { now: new Date('2026-11-30T09:00:00Z'), log: pino({ level: 'silent' }) };
  await endMonth(duly.db, { workspace: await duly.workspace(), ...end });
  await endMonth(duly.db, { workspace: await duly.workspace(), ...end });
  const posts = await duly.db.prisma.outbox.findMany({ where: { key: { startsWith: 'small_balances:' } } });
  expect(posts).toHaveLength(1);
  expect(JSON.stringify(posts[0]?.payload)).toContain('£12.50 of Acme Rooms-1');
});
