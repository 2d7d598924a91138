import { describe, expect, test } from 'vitest';
import { aDebtor } from '../support/aDebtor.ts';
import { modes, runningDuly } from '../support/runningDuly.ts';
import type { Team } from '../support/teamOnSlack.ts';
import { wordsOf } from '../support/wordsOf.ts';

/** 39 days late on the Monday of the stories: its call for a firm date is due. */
const acme = ({ db, workspaceId, member }: Team) =>
  aDebtor(db, workspaceId, {
    name: 'Acme Rooms',
    account: 'ACME-01',
    ownerId: member.colin,
    invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 120_000 }],
    contacts: [{ name: 'Jane Miller', phone: '+44 20 7946 0000', email: 'jane@acme.example' }],
  });

describe.each(modes)('a collector hangs up the telephone (%s)', (mode) => {
  test('one line and one click later the call, the promise and the next follow-up are on record', async () => {
    const duly = await runningDuly({ mode, books: acme });
    const { colin } = duly.person;
    await duly.move({ to: '2026-11-23T10:00:00Z' });
    await colin.command('log acme spoke to Jane, promised 1,200 by friday');
    expect(await colin.submit()).toMatchObject({ ok: true });

    const said = wordsOf(await colin.view());
    expect(said).toContain('£1,200.00');
    expect(said).toContain('Friday 27 November');
    const [call, ...others] = await duly.db.prisma.activity.findMany();
    expect(others).toEqual([]);
    expect(call).toMatchObject({ kind: 'call', outcome: 'promised', memberId: duly.member.colin });
    const [promise] = await duly.db.prisma.promise.findMany();
    expect(promise).toMatchObject({ amount: 120_000n, currency: 'GBP', state: 'open' });
    expect(promise?.promisedOn.toISOString()).toContain('2026-11-27');
    const prompts = await duly.db.prisma.prompt.findMany();
    expect(prompts.map(({ kind, state }) => [kind, state])).toEqual([['call', 'done']]);
    // Friday, and two business days for the transfer: judged on the next one
    expect(promise?.judgeOn.toISOString()).toContain('2026-12-02');
    // looked at again the business day before it is due, for the courtesy reminder
    const { nextReviewAt } = await duly.db.prisma.debtor.findFirstOrThrow();
    expect(nextReviewAt?.toISOString()).toBe('2026-11-26T09:00:00.000Z');
  });

  test('the promise is kept: the money is booked, and nobody is asked again', async () => {
    const duly = await runningDuly({ mode, books: acme });
    await duly.move({ to: '2026-11-23T10:00:00Z' });
    await duly.person.colin.command('log acme spoke to Jane, promised 1,200 by friday');
    await duly.person.colin.submit();
    await duly.move({ to: '2026-11-27T07:00:00Z' });
    await duly.bankBooks([{ on: '2026-11-27', payer: 'ACME ROOMS', reference: 'INV-1', amount: '1.200,00' }]);
    await duly.move({ to: '2026-12-04T12:00:00Z' });
    const promises = await duly.db.prisma.promise.findMany();
    expect(promises.map(({ state }) => state)).toEqual(['kept']);
    expect(await duly.db.prisma.prompt.count({ where: { state: 'open' } })).toBe(0);
    expect((await duly.db.prisma.case.findFirstOrThrow()).closedOn).not.toBeNull();
  });

  test('the promise is broken: the collector is asked to call the same day', async () => {
    const duly = await runningDuly({ mode, books: acme });
    await duly.move({ to: '2026-11-23T10:00:00Z' });
    await duly.person.colin.command('log acme spoke to Jane, promised 1,200 by friday');
    await duly.person.colin.submit();
    await duly.move({ to: '2026-12-02T07:00:00Z' });
    await duly.bankBooks([{ on: '2026-12-01', payer: 'SOMEBODY ELSE', reference: 'hello', amount: '5,00' }]);
    await duly.move({ to: '2026-12-02T10:00:00Z' });
    const promises = await duly.db.prisma.promise.findMany();
    expect(promises.map(({ state }) => state)).toEqual(['broken']);
    const open = await duly.db.prisma.prompt.findMany({ where: { state: 'open' } });
    expect(open.map(({ kind, memberId }) => [kind, memberId])).toEqual([
      ['broken_promise', duly.member.colin],
    ]);
    expect(wordsOf(await duly.person.colin.messages())).toMatch(/Broken promise/i);
  });
});
