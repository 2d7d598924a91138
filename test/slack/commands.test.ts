import { expect, test } from 'vitest';
import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { reviewDebtor } from '../../src/useCases/cases/reviewDebtor.ts';
import { aDebtor } from '../support/aDebtor.ts';
import { type DulyInPlayground, dulyInPlayground } from '../support/dulyInPlayground.ts';
import { paidInvoices } from '../support/paidInvoices.ts';
import { wordsOf } from '../support/wordsOf.ts';

test('bare /debt says what can be done, with how the day stands', async () => {
  const { person } = await dulyInPlayground();
  await person.colin.command('');
  const words = wordsOf(await person.colin.last());
  for (const usage of [
    '/debt show',
    '/debt list',
    '/debt why',
    '/debt start',
    '/debt settings',
    '/debt help',
  ]) {
    expect(words).toContain(usage);
  }
  expect(words).toContain('nothing is waiting for you');
  await person.colin.command('help list');
  expect(wordsOf(await person.colin.last())).toContain('/debt list 60+');
});

test('a mistyped word is answered with the nearest command', async () => {
  const { person } = await dulyInPlayground();
  await person.colin.command('shwo acme');
  const said = (await person.colin.messages()).map(({ text }) => text).join('\n');
  expect(said).toContain('shwo');
  expect(said).toContain('/debt show');
});

test('words that say nothing to a command are named, and nothing is started by them', async () => {
  const { person, db } = await dulyInPlayground();
  const { colin, marta } = person;
  const saidTo = async (who: typeof colin, words: string) => {
    const before = (await who.messages()).length;
    await who.command(words);
    return (await who.messages()).slice(before).map(wordsOf).join('\n');
  };
  expect(await saidTo(colin, 'help nonsense')).toContain('“nonsense”');
  expect(await saidTo(colin, 'digest tomorrow')).toMatch(/Overdue|open[\s\S]*“tomorrow”/);
  expect(await saidTo(colin, 'import last week')).toContain('“last week”');
  for (const words of ['help list', 'digest', 'import'])
    expect(await saidTo(colin, words)).not.toContain('left out');
  expect(await saidTo(marta, 'settings foo')).toContain('“foo”');
  expect(await saidTo(marta, 'simulate 60 days')).toContain('“60 days”');
  expect(await saidTo(marta, 'settings limits')).toBe('');
  await marta.command('policy nonsense');
  expect(wordsOf(await marta.view())).toContain('There is no policy “nonsense”');

  await db.prisma.workspace.updateMany({ data: { startedAt: null } });
  expect(await saidTo(marta, 'start tomorrow')).toContain('Nothing was started');
  expect(await db.prisma.workspace.findFirstOrThrow()).toMatchObject({ startedAt: null });
});

test('a name that Slack made no member of is told, wherever a command names members', async () => {
  const { person, db, workspaceId } = await dulyInPlayground();
  await aDebtor(db, workspaceId, { name: 'Acme Rooms' });
  const { marta } = person;
  for (const words of [
    'assign acme @nobody',
    'away @Jonas until friday',
    'away until friday @Jonas',
    'list @jonas',
    'back @jonas',
  ]) {
    await marta.command(words);
    expect((await marta.messages()).at(-1)?.text).toMatch(/I know nobody called “@(nobody|Jonas|jonas)”/);
  }
});

test('a refusal names the command as code, as it is to be typed', async () => {
  const { person } = await dulyInPlayground();
  await person.vera.command('assign acme');
  expect((await person.vera.messages()).at(-1)?.text).toContain('like `/debt assign acme @colleague`, or');
});

test('every command that help names is answered, and says how it is written when asked', async () => {
  const { person } = await dulyInPlayground();
  const { subCommands } = await import('../../src/slack/commands/subCommands.ts');
  for (const [name, command] of Object.entries(subCommands)) {
    expect(command.help.usage.split(' ')[0]).toBe(name);
    for (const example of command.help.examples) expect(example.split(' ')[0]).toBe(name);
    await person.colin.command(`help ${name}`);
    expect(wordsOf(await person.colin.last())).toContain(`/debt ${name}`);
  }
});

/** Twelve overdue accounts, larger and larger; the even ones are Colin's, the odd ones nobody's. */
async function withBook(duly: DulyInPlayground): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= 12; n += 1) {
    const { id } = await aDebtor(duly.db, duly.workspaceId, {
      name: `Customer ${String(n).padStart(2, '0')}`,
      invoices: [{ due: n > 10 ? '2026-09-01' : '2026-10-20', amount: n * 100_00 }],
      ...(n % 2 === 0 && { ownerId: duly.member.colin }),
    });
    ids.push(id);
  }
  await aDebtor(duly.db, duly.workspaceId, {
    name: 'Early Bird',
    invoices: [{ due: '2026-12-20', amount: 999_00 }],
  });
  return ids;
}

test('a worklist comes in the order of what acting is worth, page by page, in place', async () => {
  const duly = await dulyInPlayground();
  const { person } = duly;
  await withBook(duly);
  await person.colin.command('list');
  const first = await person.colin.last();
  const names = [...wordsOf(first).matchAll(/Customer \d\d/g)].map(([name]) => name);
  expect([...new Set(names)].slice(0, 3)).toEqual(['Customer 12', 'Customer 11', 'Customer 10']);
  expect(wordsOf(first)).toContain('12 accounts');
  expect(wordsOf(first)).not.toContain('Early Bird');
  await person.colin.click(first, 'list_page:next');
  const second = await person.colin.last();
  expect(second.ts).toBe(first.ts);
  expect(wordsOf(second)).toContain('Customer 01');
  expect(wordsOf(second)).not.toContain('Customer 12');
  await person.colin.click(second, 'list_page:previous');
  expect(wordsOf(await person.colin.last())).toContain('Customer 12');
});

test('lists by owner, by age and by what happened', async () => {
  const duly = await dulyInPlayground();
  const { person, db, workspaceId, member } = duly;
  const [, second, third] = await withBook(duly);
  const listed = async (words: string) => {
    await person.colin.command(`list ${words}`);
    return new Set([...wordsOf(await person.colin.last()).matchAll(/Customer \d\d/g)].map(([name]) => name));
  };
  expect((await listed('mine')).size).toBe(6);
  expect((await listed('unassigned')).size).toBe(6);
  expect([...(await listed('60+'))].sort()).toEqual(['Customer 11', 'Customer 12']);
  expect((await listed('<@U03COLIN>')).size).toBe(6);
  expect((await listed('<@U04CLARA>')).size).toBe(0);
  expect((await listed('promises')).size).toBe(0);

  const promise = {
    workspaceId,
    currency: 'GBP',
    amount: 100_00n,
    recordedAt: new Date('2026-11-02T09:00:00Z'),
    memberId: member.colin,
  };
  const days = {
    madeOn: dateOfDay(dayOf('2026-11-02')),
    promisedOn: dateOfDay(dayOf('2026-11-10')),
    lastOn: dateOfDay(dayOf('2026-11-12')),
    judgeOn: dateOfDay(dayOf('2026-11-13')),
  };
  await db.prisma.promise.create({ data: { id: newId(), debtorId: second ?? '', ...promise, ...days } });
  await db.prisma.promise.create({
    data: {
      id: newId(),
      debtorId: third ?? '',
      ...promise,
      ...days,
      state: 'broken',
      endedOn: dateOfDay(dayOf('2026-11-13')),
    },
  });
  expect([...(await listed('promises'))]).toEqual(['Customer 02']);
  expect([...(await listed('broken'))]).toEqual(['Customer 03']);
  await person.colin.command('list nonsense');
  expect((await person.colin.last()).text).toContain('nonsense');
});

test('a promise that was broken in part is on the list of broken ones, and one that is paid since is not, whatever else is late', async () => {
  const { person, db, workspaceId, member } = await dulyInPlayground();
  const broken = async (name: string, state: string, promised: 'late' | 'paid' | 'account') => {
    const invoices = [
      { number: `${name} 1`, due: '2026-10-15', amount: 100_00 },
      { number: `${name} 2`, due: '2026-11-10', amount: 50_00 },
    ];
    const debtor = await aDebtor(db, workspaceId, { name, invoices });
    const promiseId = newId();
    await db.prisma.promise.create({
      data: {
        ...{
          id: promiseId,
          workspaceId,
          debtorId: debtor.id,
          memberId: member.colin,
          currency: 'GBP',
          amount: 100_00n,
          state,
        },
        madeOn: dateOfDay(dayOf('2026-11-10')),
        promisedOn: dateOfDay(dayOf('2026-11-17')),
        lastOn: dateOfDay(dayOf('2026-11-19')),
        judgeOn: dateOfDay(dayOf('2026-11-20')),
        endedOn: dateOfDay(dayOf('2026-11-20')),
        recordedAt: new Date('2026-11-10T09:00:00Z'),
      },
    });
    await paidInvoices(db, debtor.id, [['2026-11-21', 37]]);
    const { id: invoiceId } = await db.prisma.invoice.findFirstOrThrow({
      where: { debtorId: debtor.id, outstanding: promised === 'paid' ? 0n : 100_00n },
    });
    if (promised !== 'account')
      await db.prisma.promiseInvoice.create({
        data: { promiseId, invoiceId, workspaceId, amount: 100_00n, inFull: true },
      });
    return debtor.id;
  };
  const ran = (debtorId: string, closedOn?: string) =>
    db.prisma.case.create({
      data: {
        ...{ id: newId(), workspaceId, debtorId, cycle: closedOn ? 1 : 2 },
        openedOn: dateOfDay(dayOf(closedOn ? '2026-10-15' : '2026-11-22')),
        closedOn: closedOn ? dateOfDay(dayOf(closedOn)) : null,
      },
    });
  await broken('Part Ltd', 'partially_kept', 'late');
  await broken('Whole Ltd', 'broken', 'late');
  await broken('Paid Ltd', 'broken', 'paid');
  await ran(await broken('Account Ltd', 'partially_kept', 'account'));
  const anew = await broken('Anew Ltd', 'broken', 'account');
  await ran(anew, '2026-11-21');
  await ran(anew);
  await person.colin.command('list broken');
  const words = wordsOf(await person.colin.last());
  expect(words).toContain('3 accounts');
  for (const name of ['Part Ltd', 'Whole Ltd', 'Account Ltd']) expect(words).toContain(name);
}, 30_000);

test('habitual late payers: three times over 60 days late within a year', async () => {
  const { person, db, workspaceId, workspace, clock, delivery } = await dulyInPlayground();
  const invoices = [{ due: '2026-11-20', amount: 100_00 }];
  const late = ['2026-08-20', '2026-09-21', '2026-10-20'].map((paidOn) => [paidOn, 65] as const);
  const always = await aDebtor(db, workspaceId, { name: 'Always Late', invoices });
  const once = await aDebtor(db, workspaceId, { name: 'Once Late', invoices });
  await paidInvoices(db, always.id, late);
  await paidInvoices(db, once.id, late.slice(0, 1));
  for (const { id: debtorId } of [always, once])
    await reviewDebtor(db, { workspace: await workspace(), debtorId, now: clock.now() });
  await delivery.drain();
  await person.colin.command('list habitual');
  expect(wordsOf(await person.colin.last())).toContain('Always Late');
  expect(wordsOf(await person.colin.last())).not.toContain('Once Late');
});

test('a manager starts the workspace, once; others are told who can', async () => {
  const { person, db, workspaceId, member } = await dulyInPlayground({ started: false });
  const { id } = await aDebtor(db, workspaceId, { name: 'Acme' });
  await db.prisma.debtor.update({ where: { id }, data: { nextReviewAt: null } });
  await person.colin.command('start');
  expect((await person.colin.last()).text).toContain('Only managers');
  expect((await db.prisma.workspace.findUniqueOrThrow({ where: { id: workspaceId } })).startedAt).toBeNull();

  await person.marta.command('start');
  await person.max.command('start');
  const { startedAt, startedBy } = await db.prisma.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
  });
  expect(startedAt).not.toBeNull();
  expect(startedBy).toBe(member.marta);
  expect((await db.prisma.debtor.findUniqueOrThrow({ where: { id } })).nextReviewAt).toEqual(startedAt);
  expect((await person.max.last()).text).toContain('at work already');
  const audit = await db.prisma.audit.findMany({ where: { workspaceId, action: 'workspace_started' } });
  expect(audit.map(({ actor }) => actor)).toEqual([member.marta]);
});

test('the words of /debt work in the direct message too, and once for an event delivered twice', async () => {
  const { person, db, workspaceId, fault } = await dulyInPlayground();
  await aDebtor(db, workspaceId, { name: 'Acme Ltd', account: 'A-77' });
  await fault({ kind: 'event_twice', method: 'message' });
  await person.colin.write(person.colin.dm, 'show acme');
  const answers = (await person.colin.messages()).filter(({ user }) => user !== person.colin.id);
  expect(answers.map((answer) => wordsOf(answer).includes('A-77'))).toEqual([true]);
  await person.colin.write(person.colin.dm, 'settings');
  expect((await person.colin.last()).text).toContain('/debt settings');
});

test('a mention is answered in its thread; a private individual only in the direct message', async () => {
  const { person, db, workspaceId, channels, playground } = await dulyInPlayground();
  await aDebtor(db, workspaceId, {
    name: 'Acme Ltd',
    account: 'A-77',
    invoices: [{ due: '2026-10-01', amount: 10_00 }],
  });
  await aDebtor(db, workspaceId, { name: 'Paula Private', account: 'P-1', kind: 'individual' });
  const bot = `<@${playground.botUserId}>`;
  const asked = await person.colin.write(channels.collections, `${bot} show acme`);
  const answer = await person.clara.last(channels.collections);
  expect(answer.thread_ts).toBe(asked);
  expect(wordsOf(answer)).toContain('A-77');

  await person.colin.write(channels.collections, `${bot} show paula`);
  const inChannel = (await person.clara.messages(channels.collections)).map((m) => wordsOf(m)).join('\n');
  expect(inChannel).not.toContain('P-1');
  expect(wordsOf(await person.colin.last())).toContain('P-1');
});
