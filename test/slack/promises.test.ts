import { expect, it } from 'vitest';
import { paymentsKnownUntil } from '../support/aDebtor.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acme, bounces } from '../useCases/calls/callTeam.ts';
import { type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const states = async (team: NoticeTeam) =>
  (await team.db.prisma.promise.findMany({ orderBy: { recordedAt: 'asc' } })).map(({ state }) => state);

it('a promise by mail is typed in one line, for the account or for invoices, and renewed twice before a manager is asked', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('promise acme 1,284.50 friday');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('£1,284.50 by Friday 27 November');
  expect(buttonsOf(await colin.view(), 'undo_activity')).toHaveLength(1);
  const first = await team.db.prisma.promise.findFirstOrThrow({ include: { invoices: true } });
  expect(first.invoices.map(({ inFull }) => inFull)).toEqual([true, true]);
  expect((await team.db.prisma.activity.findFirstOrThrow()).kind).toBe('note');
  for (const day of ['30 nov', '1 dec', '2 dec']) {
    await colin.close();
    await colin.command(`promise INV-1 1,284.50 ${day}`);
    await colin.submit();
  }
  expect(wordsOf(await colin.view())).toContain('renewed twice already');
  expect(wordsOf(await colin.view())).toContain('until then the earlier promise stands');
  expect(await states(team)).toEqual(['superseded', 'superseded', 'open', 'open']);
  const last = await team.db.prisma.promise.findFirstOrThrow({ where: { agreed: { not: null } } });
  expect([last.renewals, last.agreed, last.debtorId]).toEqual([3, false, debtor.id]);
});

it('kept in part, and more of it is booked later, or taken back: the question about it says what came by now', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  const [invoiceId = ''] = debtor.invoiceIds;
  await colin.command('promise INV-1 840.50 friday');
  await colin.submit();
  await colin.close();
  await team.pays(debtor, invoiceId, 20_000n);
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-02');
  await team.move({ to: '2026-12-02T10:00:00Z' });
  expect(await states(team)).toEqual(['partially_kept']);
  const question = async () => {
    const asked = (await colin.messages()).filter((each) => wordsOf(each).includes('was promised for'));
    return asked.map(wordsOf).join('\n');
  };
  expect(await question()).toContain('only £200.00 came in time');
  await team.pays(debtor, invoiceId, 30_000n, '2026-12-01');
  expect(await states(team)).toEqual(['partially_kept']);
  expect(await question()).toContain('only £500.00 came in time');
  expect(await question()).not.toContain('£200.00 came');
  // what comes after its last day is no part of it
  await team.pays(debtor, invoiceId, 10_000n);
  expect(await question()).toContain('only £500.00 came in time');
  await bounces(team, debtor.id);
  expect(await states(team)).toEqual(['partially_kept']);
  expect(await question()).toMatch(/£500\.00 came, and £\d+\.00 of it was taken back/);
  expect(await team.db.prisma.prompt.count({ where: { kind: 'broken_promise' } })).toBe(1);
});

it('put off by a pause it is judged on a business day, and that day is shown', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('promise INV-1 840.50 friday');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('On Wednesday 2 December I check whether the £840.50 came');
  await colin.close();
  const shown = async (command: string) => {
    await colin.command(command);
    return wordsOf(await colin.last());
  };
  await team.move({ to: '2026-11-26T10:00:00Z' });
  await colin.command('pause acme until 5 dec they asked for a week');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('On Monday 14 December I check whether the £840.50 came');
  await colin.close();
  // ten days more are left to pay, until Friday 11 December; the day after is a Saturday
  expect(await shown('show acme')).toContain('£840.50 by 27 Nov 2026 (judged on 14 Dec 2026)');
  await team.move({ to: '2026-12-07T10:00:00Z' });
  expect(await shown('why acme')).toContain('promised for 27 Nov 2026, judged on 14 Dec 2026');
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-11');
  for (const day of ['12', '13']) {
    await team.move({ to: `2026-12-${day}T12:00:00Z` });
    expect(await states(team)).toEqual(['open']);
  }
  await team.move({ to: '2026-12-14T10:00:00Z' });
  expect(await states(team)).toEqual(['broken']);
});

it('payments that are known only on a Saturday judge on Monday; money that comes on one keeps it at once', async () => {
  const team = await noticeTeam();
  await acme(team);
  const bolt = await acme(team, {
    ...{ name: 'Bolt Ltd', account: 'BOLT-1' },
    invoices: [{ due: '2026-10-15', amount: 44_400 }],
  });
  const { colin } = team.person;
  for (const words of ['acme 840.50', 'bolt 444.00']) {
    await colin.command(`promise ${words} friday`);
    await colin.submit();
    await colin.close();
    await team.move({ advance: 'PT1M' });
  }
  await team.move({ to: '2026-12-04T10:00:00Z' });
  expect(await states(team)).toEqual(['open', 'open']);
  await colin.command('reply acme');
  await colin.submit({ kind: { selected_option: 'other' } });
  expect(wordsOf(await colin.view())).toContain(
    'I check whether the £840.50 came as soon as payments are known up to Tuesday 1 December',
  );
  await paymentsKnownUntil(team.db, team.workspaceId, '2026-12-04');
  await team.move({ to: '2026-12-05T10:00:00Z' });
  await team.pays(bolt, bolt.invoiceIds[0] ?? '', 44_400n, '2026-12-01');
  expect(await states(team)).toEqual(['open', 'kept']);
  await team.move({ to: '2026-12-07T10:00:00Z' });
  expect(await states(team)).toEqual(['broken', 'kept']);
});

it('a name that nobody has is told where the account is asked for, and what was typed is kept', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('promise akme 1,284.50 friday');
  expect(wordsOf(await colin.view())).toContain('“akme 1,284.50 friday”');
  const [found] = await colin.options(await colin.view(), 'debtor_search', 'acme');
  const option = { text: { type: 'plain_text', text: found?.text }, value: found?.value };
  await colin.submit({ debtor: { selected_option: option } });
  await colin.submit();
  expect(await team.db.prisma.promise.findMany()).toMatchObject([{ amount: 128_450n }]);
});
