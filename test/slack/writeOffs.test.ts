import { pino } from 'pino';
import { expect, test } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { endMonth } from '../../src/useCases/monthEnds/endMonth.ts';
import { proposeSmallBalances } from '../../src/useCases/writeOffs/proposeSmallBalances.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import type { Person, Seen } from '../support/Person.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
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

/** Takes the list at its word: all that it shows. */
async function clickAll(who: Person, list: Seen): Promise<void> {
  const [value = ''] = buttonsOf(list, 'small_balance_all');
  await who.click(list, 'small_balance_all', { value });
}

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
  const again = { workspace: await duly.workspace(), member, invoiceIds: [small], key: 'again', now };
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
  await clickAll(person.fiona, list);
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

test('what rests, or is covered by their credits, is not for writing off; what is small after credits is shown, for the ledger to set them off', async () => {
  const duly = await dulyInPlayground({ working: true });
  const { person, db, workspaceId } = duly;
  const customer = (name: string, ...amounts: number[]) =>
    aDebtor(db, workspaceId, {
      name,
      ownerId: duly.member.colin,
      invoices: amounts.map((amount, n) => ({ number: `${name}-${n + 1}`, due: '2026-10-01', amount })),
    });
  await customer('Plain', 2_000);
  const netted = await customer('Netted', 50_000, -49_000);
  await customer('Covered', 2_000, -50_000);
  const seen = await customer('Seen', 2_000);
  await customer('Promised', 2_000);
  const [disputed, contested] = [await customer('Disputed', 2_000), await customer('Contested', 50_000)];
  await person.fiona.command('paid seen 20');
  await person.fiona.submit({});
  await person.colin.command('promise promised 20 tomorrow');
  await person.colin.submit({});
  for (const [account, amount] of [
    [disputed, 2_000n],
    [contested, 49_000n],
  ] as const) {
    const common = { id: newId(), workspaceId, debtorId: account.id, invoiceId: account.invoiceIds[0] ?? '' };
    const day = { raisedOn: new Date('2026-11-20'), recordedAt: duly.clock.now() };
    const whole = amount === 2_000n;
    await db.prisma.dispute.create({ data: { ...common, ...day, reason: 'price', amount, whole } });
  }
  await person.fiona.command('writeoff');
  const list = await person.fiona.last();
  const words = wordsOf(list);
  expect(words).toContain('*Small balances:* 2 small balances, £30.00 in all');
  expect(words).toContain('*Plain*, £20.00 of Plain-1, 53 days late');
  expect(words).toContain('*Netted*, £10.00 of Netted-1 after credits of £490.00, 53 days late');
  const net = netted.invoiceIds[0] ?? '';
  expect(buttonsOf(list, `small_balance_propose:${net}`)).toEqual([]);
  expect(buttonsOf(list, 'small_balance_all')).toEqual([]);

  // a button of an earlier list does not reach what rests by now
  const member = await db.prisma.member.findUniqueOrThrow({ where: { id: duly.member.fiona } });
  const invoiceIds = [seen.invoiceIds[0] ?? '', net];
  const late = { workspace: await duly.workspace(), member, invoiceIds, key: 'late', now: duly.clock.now() };
  expect(await proposeSmallBalances(db, late)).toContain('decided on already');
  expect(await proposals(duly)).toEqual([]);

  await person.fiona.click(list, `small_balance_leave:${net}`, { value: `${net}|0` });
  expect(await proposals(duly)).toMatchObject([{ invoiceId: net, state: 'left', amount: 1_000n }]);
});

test('a manager who takes the list at its word is told that it is agreed at once, and agrees to nothing that came since', async () => {
  const duly = await dulyInPlayground();
  const { marta } = duly.person;
  const [one, two] = [await acme(duly), await acme(duly, 'Bolt')];
  await marta.command('writeoff');
  const list = await marta.last();
  expect(wordsOf(list)).toContain('Agree to write off all 2');
  expect(wordsOf(list)).toContain('2 small balances, £25.00 in all: you are a manager');
  await acme(duly, 'Crane');
  await clickAll(marta, list);
  expect((await proposals(duly)).map(({ invoiceId, state }) => [invoiceId, state]).sort()).toEqual(
    [one, two].map(({ invoiceIds: [id] }) => [id, 'agreed']).sort(),
  );
  expect(wordsOf(await marta.last())).toContain('2 small balances are agreed to be written off.');
  await marta.command('writeoff');
  expect(wordsOf(await marta.last())).toContain('£12.50 of Crane-1');
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
