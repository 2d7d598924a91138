import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../src/core/day.ts';
import { newId } from '../../src/core/newId.ts';
import { buttonsOf, wordsOf } from '../support/wordsOf.ts';
import { acme } from '../useCases/calls/callTeam.ts';
import { acmeBeforeFinalNotice, click, noticeTeam } from '../useCases/notices/noticeTeam.ts';

it('a part of an invoice is contested, somebody is to settle it, and it ends in part: what was given in to is not asked for', async () => {
  const team = await noticeTeam();
  const debtor = await acme(team);
  const { colin } = team.person;
  await colin.command('dispute INV-1');
  const form = await colin.view();
  await colin.submit({
    dispute_reason: { selected_option: 'price' },
    disputed_amount: { value: '200' },
    resolver: { selected_user: 'U06AMIR' },
    target: { selected_date: '2026-12-01' },
  });
  expect(wordsOf(form)).toContain('INV-1');
  expect(wordsOf(await colin.view())).toContain('£200.00 of invoice INV-1 is in dispute');
  const raised = await team.db.prisma.dispute.findFirstOrThrow();
  expect(raised).toMatchObject({ amount: 20_000n, whole: false, resolverId: team.member.amir });
  await colin.close();

  // no more than is left can be contested besides
  await colin.command('dispute INV-1');
  await colin.submit({ dispute_reason: { selected_option: 'goods' }, disputed_amount: { value: '700' } });
  expect(wordsOf(await colin.view())).toContain('At most £640.50');
  await colin.close();

  await colin.command('dispute acme');
  const open = await colin.view();
  expect(wordsOf(open)).toContain('£200.00 of invoice INV-1 in dispute since 23 Nov 2026: price');
  await colin.click(open, 'settle_dispute');
  expect(await colin.submit({ outcome: { selected_option: 'in_part' } })).toMatchObject({
    errors: { conceded: expect.any(String) },
  });
  await colin.submit({ outcome: { selected_option: 'in_part' }, conceded: { value: '50' } });
  expect(wordsOf(await colin.view())).toContain('£50.00 of it is not asked for again');
  expect(await team.db.prisma.dispute.findFirstOrThrow()).toMatchObject({
    outcome: 'in_part',
    conceded: 5_000n,
  });
  await colin.command('why acme');
  expect(wordsOf(await colin.last())).toContain('£50.00 of invoice INV-1 were given in to');

  const [undo] = buttonsOf(await colin.view(), 'undo_activity');
  await colin.click(await colin.view(), 'undo_activity', { value: undo });
  expect(await team.db.prisma.dispute.findFirstOrThrow()).toMatchObject({ endedOn: null, conceded: null });
  expect(debtor.invoiceIds[0]).toBe(raised.invoiceId);
});

it('raised after the final notice, nothing is sent before a manager has decided, who is asked at once', async () => {
  const team = await noticeTeam();
  const { db, workspaceId } = team;
  const debtor = await acmeBeforeFinalNotice(team, { amounts: [120_000, 80_000] });
  const [first = '', second = ''] = debtor.invoiceIds;
  const { id: caseId } = await db.prisma.case.findFirstOrThrow();
  const stepId = newId();
  const on = { takenOn: dateOfDay(dayOf('2026-11-17')), takenAt: new Date('2026-11-17T09:00:00Z') };
  await db.prisma.stageStep.create({
    data: {
      ...{ id: stepId, workspaceId, caseId, debtorId: debtor.id, stage: 'final_notice', stageDay: 75, ...on },
      ...{ carryingInvoiceId: first, state: 'done', doneOn: on.takenOn },
    },
  });
  await db.prisma.stageStepInvoice.createMany({
    data: [first, second].map((invoiceId) => ({ stepId, invoiceId, workspaceId, outstanding: 1n })),
  });
  const { colin } = team.person;
  await colin.command('dispute INV-1');
  await colin.submit({ dispute_reason: { selected_option: 'goods' } });
  const asked = await db.prisma.prompt.findFirstOrThrow({ where: { kind: 'decide_dispute' } });
  expect(asked.state).toBe('open');
  await colin.command('why acme');
  expect(wordsOf(await colin.last())).toContain('nothing is sent until a manager has decided');
  await click(team, asked.memberId === team.member.marta ? 'marta' : 'max', 'prompt_go_on');
  expect((await db.prisma.dispute.findFirstOrThrow()).decidedOn).toEqual(dateOfDay(dayOf('2026-11-23')));
  await colin.command('why acme');
  const why = wordsOf(await colin.last());
  expect(why).not.toContain('until a manager has decided');
  expect(why).toContain('Invoice INV-2 carries the case');
});

it('once its target day has passed, whoever settles it is asked', async () => {
  const team = await noticeTeam();
  await acme(team);
  const { colin } = team.person;
  await colin.command('dispute INV-1');
  await colin.submit({
    dispute_reason: { selected_option: 'price' },
    resolver: { selected_user: 'U04CLARA' },
    target: { selected_date: '2026-11-24' },
  });
  const due = () => team.db.prisma.prompt.findMany({ where: { kind: 'dispute_due' } });
  await team.move({ to: '2026-11-24T10:00:00Z' });
  expect(await due()).toEqual([]);
  await team.move({ to: '2026-11-25T10:00:00Z' });
  expect(await due()).toMatchObject([{ memberId: team.member.clara, state: 'open' }]);
});
