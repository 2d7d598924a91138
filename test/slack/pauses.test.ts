import { expect, it } from 'vitest';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acme, bounces } from '../useCases/calls/callTeam.ts';
import { click, type NoticeTeam, noticeTeam } from '../useCases/notices/noticeTeam.ts';

const prompts = async (team: NoticeTeam, kind: string) =>
  (await team.db.prisma.prompt.findMany({ where: { kind }, orderBy: { openedAt: 'asc' } })).map(
    ({ state }) => state,
  );

it('a collector pauses one invoice from its number, and ends it again; Undo takes either back', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('pause INV-2 until 30 nov goods are being replaced');
  expect(wordsOf(await colin.view())).toContain('goods are being replaced');
  expect(await colin.submit({ until: { selected_date: '2026-11-20' } })).toMatchObject({
    errors: { until: expect.any(String) },
  });
  await colin.submit({ until: { selected_date: '2026-11-30' } });
  const done = await colin.view();
  expect(wordsOf(done)).toContain('Monday 30 November');
  const [first] = await team.db.prisma.hold.findMany();
  expect(first).toMatchObject({
    invoiceId: debtor.invoiceIds[1],
    agreed: null,
    reason: 'goods are being replaced',
  });
  // the other invoice carries the case on
  expect(await prompts(team, 'call')).toEqual(['open']);

  await colin.command('resume acme the goods have come');
  await colin.submit();
  const ended = await team.db.prisma.hold.findFirstOrThrow();
  expect(ended.endedOn?.toISOString()).toContain('2026-11-23');
  expect(await team.db.prisma.activity.findFirst({ where: { outcome: 'resumed' } })).toMatchObject({
    notes: 'the goods have come',
  });
  await colin.click(await colin.view(), 'undo_activity');
  expect((await team.db.prisma.hold.findFirstOrThrow()).endedOn).toBeNull();
});

it('a long pause stops nothing before a manager has agreed; then it counts from its first day', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin, marta } = team.person;
  await colin.command('pause acme from 1 nov until 15 dec stocktaking');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('once it is agreed');
  expect(await prompts(team, 'call')).toEqual(['open']);
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  const manager = asked.memberId === team.member.marta ? 'marta' : 'max';
  await click(team, manager, 'prompt_agree');
  expect(await team.db.prisma.hold.findFirstOrThrow()).toMatchObject({ agreed: true });
  expect(await prompts(team, 'call')).toEqual(['overtaken']);
  await marta.command('why acme');
  expect(wordsOf(await marta.last())).toContain('stocktaking');
});

it('a pause that is yet to begin begins on the day that was said', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('pause acme from 1 dec to 10 dec stocktaking');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('Thursday 10 December');
  const { fromOn, untilOn } = await team.db.prisma.hold.findFirstOrThrow();
  expect([fromOn, untilOn].map((day) => day.toISOString().slice(0, 10))).toEqual([
    '2026-12-01',
    '2026-12-10',
  ]);
  expect(await prompts(team, 'call')).toEqual(['open']);
});

it('a manager who does not agree leaves the clock running, and nobody else is asked', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('show acme');
  await colin.click(await colin.last(), 'open_pause');
  await colin.submit({ until: { selected_date: '2027-01-29' }, reason: { value: 'moving' } });
  const asked = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'agree' } });
  await click(team, asked.memberId === team.member.marta ? 'marta' : 'max', 'prompt_disagree');
  expect(await team.db.prisma.hold.findFirstOrThrow()).toMatchObject({ agreed: false });
  expect(await prompts(team, 'agree')).toEqual(['done']);
  expect(await prompts(team, 'call')).toEqual(['open']);
  await colin.command('show acme');
  expect(wordsOf(await colin.last())).not.toContain('a manager has still to agree');
});

it('without an account the same window asks for it, and goes on with what was typed', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('pause until friday stocktaking');
  const [choice] = await colin.options(await colin.view(), 'debtor_search', 'acme');
  expect(choice?.value).toBe(debtor.id);
  await colin.submit({
    debtor: { selected_option: { text: { type: 'plain_text', text: choice?.text }, value: choice?.value } },
  });
  const form = await colin.view();
  expect(form.callback_id).toBe('pause');
  expect(JSON.stringify(form.blocks)).toContain('2026-11-27');
});

it('finance saw the money: everything waits, and goes on once the ledger shows as much', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { fiona, colin } = team.person;
  await colin.command('paid acme 840.50');
  expect(wordsOf(await colin.view())).toContain('Only finance and managers');
  await fiona.command('paid acme 840.50 ref FT-123 from Acme Holding');
  await fiona.submit();
  expect(wordsOf(await fiona.view())).toContain('£840.50 seen at the bank');
  expect(buttonsOf(await fiona.view(), 'undo_activity')).toHaveLength(1);
  expect(await team.db.prisma.activity.findFirst({ where: { outcome: 'payment_seen' } })).toMatchObject({
    notes: '840.50 ref FT-123 from Acme Holding',
  });
  expect(await prompts(team, 'call')).toEqual(['overtaken']);
  const wait = await team.db.prisma.hold.findFirstOrThrow();
  expect([wait.kind, wait.amount, wait.untilOn.toISOString().slice(0, 10)]).toEqual([
    'payment_seen',
    84_050n,
    '2026-11-26',
  ]);
  await team.move({ advance: 'PT2H' });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect((await team.db.prisma.hold.findFirstOrThrow()).endedOn).not.toBeNull();
});

it('said to be paid: finance is shown what the ledger has, does not find it, and the owner calls', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('log acme was paid last week');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('Finance is asked to find it');
  await click(team, 'fiona', 'prompt_not_found');
  expect(await prompts(team, 'find_payment')).toEqual(['done']);
  expect(await prompts(team, 'payment_not_found')).toEqual(['open']);
  // said again, nothing waits again
  await colin.close();
  await colin.command('log acme was paid last week');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('That was said before');
  expect(await team.db.prisma.hold.count()).toBe(1);
});

it('said to be paid, and nobody finds it: once the wait is over the owner is asked to call, once', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('log acme was paid last week');
  await colin.submit();
  await team.move({ to: '2026-11-26T17:00:00Z' });
  expect(await prompts(team, 'payment_not_found')).toEqual([]);
  await team.move({ to: '2026-11-27T17:00:00Z' });
  expect(await prompts(team, 'payment_not_found')).toEqual(['open']);
  await team.move({ to: '2026-12-01T17:00:00Z' });
  expect(await prompts(team, 'payment_not_found')).toHaveLength(1);
});

it.each(['ref FT-123 840.50', 'ref FT-123, £840.50 from Acme Holding', '840.50 ref FT-123', '£840.50'])(
  'finance types “%s” behind the account: the amount stands in its field, and every word in the notes',
  async (words) => {
    const team = await noticeTeam();
    await acme(team);
    const { fiona } = team.person;
    await fiona.command(`paid acme ${words}`);
    await fiona.submit();
    expect(wordsOf(await fiona.view())).toContain('£840.50 seen at the bank');
    expect(await team.db.prisma.activity.findFirst({ where: { outcome: 'payment_seen' } })).toMatchObject({
      notes: words,
    });
  },
);

it('finance saw the money, and it never comes into the ledger: they are told once the wait is over, once, until it does come', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  const { fiona } = team.person;
  await fiona.command('paid acme 840.50');
  await fiona.submit();
  await team.move({ to: '2026-11-26T17:00:00Z' });
  expect(await prompts(team, 'seen_not_come')).toEqual([]);
  await team.move({ to: '2026-11-27T10:00:00Z' });
  const told = await team.db.prisma.prompt.findFirstOrThrow({ where: { kind: 'seen_not_come' } });
  expect(told.memberId).toBe(team.member.fiona);
  const said = (await fiona.messages(fiona.dm)).map((each) => wordsOf(each)).join('\n');
  expect(said).toContain('Payment seen at the bank, not in the ledger');
  expect(said).toContain('£840.50 seen at the bank by Fiona');
  expect(said).toContain('did not show it by Thursday 26 November');
  await team.move({ to: '2026-12-01T10:00:00Z' });
  expect(await prompts(team, 'seen_not_come')).toHaveLength(1);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await prompts(team, 'seen_not_come')).toEqual(['overtaken']);
});

it('what finance is told of money that did not come, they note, and are not told again', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { fiona } = team.person;
  await fiona.command('paid acme 840.50');
  await fiona.submit();
  await team.move({ to: '2026-11-27T10:00:00Z' });
  await click(team, 'fiona', 'prompt_noted');
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await prompts(team, 'seen_not_come')).toEqual(['done']);
});

it('two payments were seen and one comes: the other is still waited for, until it comes too', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { fiona } = team.person;
  for (const amount of ['840.50', '444']) {
    await fiona.command(`paid acme ${amount}`);
    await fiona.submit();
    await fiona.close();
    await team.move({ advance: 'PT1M' });
  }
  const waiting = async () =>
    (await team.db.prisma.hold.findMany({ where: { endedOn: null } })).map(({ amount }) => amount);
  const [first = '', second = ''] = debtor.invoiceIds;
  await team.pays(debtor, first);
  expect(await waiting()).toEqual([44_400n]);
  await team.move({ advance: 'PT1H' });
  expect(await waiting()).toEqual([44_400n]);
  expect(await prompts(team, 'call')).toEqual(['overtaken']);
  await team.pays(debtor, second);
  expect(await waiting()).toEqual([]);
});

it('said to be paid, and it comes after the days of the wait: nobody is asked about it any more, and another payment is waited for', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, {
    invoices: [
      { number: 'INV-1', due: '2026-10-15', amount: 84_050 },
      { number: 'INV-2', due: '2026-11-30', amount: 44_400 },
    ],
  });
  const { colin } = team.person;
  await colin.command('log acme was paid last week');
  await colin.submit();
  await colin.close();
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await prompts(team, 'find_payment')).toEqual(['open']);
  expect(await prompts(team, 'payment_not_found')).toEqual(['open']);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await prompts(team, 'find_payment')).toEqual(['overtaken']);
  expect(await prompts(team, 'payment_not_found')).toEqual(['overtaken']);
  await team.move({ to: '2026-12-08T10:00:00Z' });
  await colin.command('log acme was paid yesterday');
  await colin.submit();
  expect(wordsOf(await colin.view())).toContain('Nothing is sent until the ledger confirms');
});

it('finance does not find it, and it comes: proof is not asked for, though another invoice is open', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, {
    invoices: [
      { number: 'INV-1', due: '2026-10-15', amount: 84_050 },
      { number: 'INV-2', due: '2026-12-30', amount: 44_400 },
    ],
  });
  const { colin } = team.person;
  await colin.command('log acme was paid last week');
  await colin.submit();
  await click(team, 'fiona', 'prompt_not_found');
  expect(await prompts(team, 'payment_not_found')).toEqual(['open']);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await prompts(team, 'payment_not_found')).toEqual(['overtaken']);
  expect(await prompts(team, 'find_payment')).toEqual(['done']);
});

it('said to be paid, and a bank kept its fees: it has come, finance reads what is short, and the rest goes its way', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  const { colin, fiona } = team.person;
  await colin.command('log acme was paid last week');
  await colin.submit();
  await team.move({ advance: 'PT1H' });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 30_000n);
  expect(await prompts(team, 'find_payment')).toEqual(['open']);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '', 52_550n);
  expect(await prompts(team, 'find_payment')).toEqual(['overtaken']);
  expect((await fiona.messages(fiona.dm)).map(wordsOf).join('\n')).toContain(
    'The money came. £15.00 less than was owed.',
  );
  expect(await team.db.prisma.hold.findFirstOrThrow()).toMatchObject({ confirmed: true });
  await team.move({ to: '2026-11-30T10:00:00Z' });
  expect(await prompts(team, 'payment_not_found')).toEqual([]);
});

it('it came, and the bank takes it back: it is waited for again for the rest of the days, and finance looks for it again', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  const { colin } = team.person;
  await colin.command('log acme was paid last week');
  await colin.submit();
  await team.move({ advance: 'PT1H' });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await prompts(team, 'find_payment')).toEqual(['overtaken']);
  await team.move({ to: '2026-11-24T10:00:00Z' });
  await bounces(team, debtor.id);
  expect(await team.db.prisma.hold.findFirst()).toMatchObject({ endedOn: null, confirmed: false });
  expect(await prompts(team, 'find_payment')).toEqual(['open']);
  expect(await prompts(team, 'call')).toEqual(['done']);
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  expect(await prompts(team, 'find_payment')).toEqual(['overtaken']);
});

it('what was seen and came is taken back after the days of the wait: nothing waits for it again', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team, { invoices: [{ number: 'INV-1', due: '2026-10-15', amount: 84_050 }] });
  const { fiona } = team.person;
  await fiona.command('paid acme 840.50');
  await fiona.submit();
  await team.move({ advance: 'PT1H' });
  await team.pays(debtor, debtor.invoiceIds[0] ?? '');
  await team.move({ to: '2026-11-27T10:00:00Z' });
  await bounces(team, debtor.id);
  expect((await team.db.prisma.hold.findFirstOrThrow()).endedOn).not.toBeNull();
});
