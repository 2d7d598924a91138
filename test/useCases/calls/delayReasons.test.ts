import { describe, expect, test } from 'vitest';
import { delayReasons } from '../../../src/core/delayReasons.ts';
import { newId } from '../../../src/core/newId.ts';
import { loadDebtorFacts } from '../../../src/db/debtorFacts.ts';
import { loadCallLogForm } from '../../../src/useCases/calls/loadCallLogForm.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
import { mendReason } from '../../../src/useCases/delays/mendReason.ts';
import { logReply, type ReplyLogging } from '../../../src/useCases/replies/logReply.ts';
import type { Name } from '../../support/sampleTeam.ts';
import { type CallDesk, callDesk } from './callDesk.ts';
import { acme, logs, memberOf } from './callTeam.ts';

type Reply = Pick<ReplyLogging, 'kind' | 'delayReason'>;

/** The customer wrote, and somebody notes it. */
async function writes(desk: CallDesk, who: Name, debtorId: string, { kind, delayReason }: Reply) {
  const reply = { debtorId, kind, delayReason, notes: WORDS, key: newId(), now: desk.clock.now() };
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, who)];
  const logged = await logReply(desk.db, { workspace, member, ...reply });
  await desk.settle();
  return logged;
}

async function undo(desk: CallDesk, who: Name, activityId: string) {
  const [workspace, member] = [await desk.workspace(), await memberOf(desk, who)];
  await undoActivity(desk.db, { workspace, member, activityId, now: desk.clock.now() });
  await desk.settle();
}

const WORDS = 'Please pay to our new bank, GB00 TEST';

/** What is open, as kind and whom it asks. */
async function asked({ db, member }: CallDesk) {
  const nameOf = (id: string) => Object.entries(member).find(([, known]) => known === id)?.[0];
  const open = await db.prisma.prompt.findMany({ where: { state: 'open' }, orderBy: { kind: 'asc' } });
  return open.map(({ kind, memberId }) => `${kind} ${nameOf(memberId)}`).sort();
}

describe('paid to another account, or new bank details', () => {
  const ways: [
    string,
    (desk: CallDesk, debtorId: string) => Promise<{ activityId: string; said: readonly string[] }>,
  ][] = [
    [
      'on the telephone',
      (desk, debtorId) =>
        logs(desk, 'colin', { debtorId, outcome: 'refuses', delayReason: 'paid_elsewhere', notes: WORDS }),
    ],
    [
      'in the words typed after the account',
      async (desk, debtorId) => {
        const [workspace, member] = [await desk.workspace(), await memberOf(desk, 'colin')];
        const typed = { workspace, member, debtorId, entries: { notes: WORDS }, first: true };
        const { form } = await loadCallLogForm(desk.db, { ...typed, now: desk.clock.now() });
        const delayReason = delayReasons.find((known) => known === form.entries.delayReason);
        return logs(desk, 'colin', { debtorId, outcome: 'refuses', delayReason, notes: form.entries.notes });
      },
    ],
    ['in writing', (desk, debtorId) => writes(desk, 'colin', debtorId, { kind: 'bank_details' })],
    [
      'in writing, as the reason for the delay',
      (desk, debtorId) => writes(desk, 'colin', debtorId, { kind: 'query', delayReason: 'paid_elsewhere' }),
    ],
  ];
  test.each(ways)(
    'told %s: the case stops, finance and a manager are told at once; Undo takes it back',
    async (_, tell) => {
      const desk = await callDesk();
      const { id: debtorId } = await acme(desk);
      // it is late in the evening where she is
      const fiona = { where: { id: desk.member.fiona }, data: { zone: 'Pacific/Auckland' } };
      await desk.db.prisma.member.update(fiona);
      const { activityId, said } = await tell(desk, debtorId);
      expect(said.join(' ')).toMatch(/other bank details.*Finance is told.*manager is told/);
      expect(await desk.db.prisma.debtorCondition.findMany()).toMatchObject([
        { kind: 'bank_details', endedOn: null, evidence: WORDS, activityId },
      ]);
      expect(await asked(desk)).toEqual([
        'decide_condition fiona',
        expect.stringMatching(/^decide_condition (marta|max)$/),
      ]);
      expect(
        await desk.db.prisma.prompt.count({ where: { state: 'open', snoozedUntil: { not: null } } }),
      ).toBe(0);

      await undo(desk, 'colin', activityId);
      expect(await desk.db.prisma.debtorCondition.count({ where: { endedOn: null } })).toBe(0);
      expect(await asked(desk)).toEqual(['call colin']);
    },
  );

  test('said to two of us it is one stop, and stands until both take it back', async () => {
    const desk = await callDesk();
    const { id: debtorId } = await acme(desk);
    const first = await writes(desk, 'colin', debtorId, { kind: 'bank_details' });
    const second = await logs(desk, 'marta', { debtorId, outcome: 'refuses', delayReason: 'paid_elsewhere' });
    await undo(desk, 'colin', first.activityId);
    expect(await desk.db.prisma.debtorCondition.findMany()).toMatchObject([{ endedOn: null }]);
    await undo(desk, 'marta', second.activityId);
    expect(await desk.db.prisma.debtorCondition.count({ where: { endedOn: null } })).toBe(0);
  });
});

describe('a reason that is ours to mend', () => {
  const mend = async (desk: CallDesk, who: Name, how: 'mended' | 'in_order') => {
    const { id } = await desk.db.prisma.prompt.findFirstOrThrow({
      where: { kind: 'to_mend', state: 'open' },
    });
    const [workspace, member] = [await desk.workspace(), await memberOf(desk, who)];
    const logged = await mendReason(desk.db, { workspace, member, promptId: id, how, now: desk.clock.now() });
    await desk.settle();
    return logged;
  };
  const told = { outcome: 'refuses', delayReason: 'order_number_missing' } as const;
  const tasks = async (desk: CallDesk) => (await asked(desk)).filter((task) => task.startsWith('to_mend'));

  test('finance is asked once for each reason, in a call or in writing; whoever looks after it is told that it is mended', async () => {
    const desk = await callDesk();
    const { id: debtorId } = await acme(desk);
    await logs(desk, 'marta', { debtorId, ...told });
    await writes(desk, 'colin', debtorId, { kind: 'query', delayReason: 'order_number_missing' });
    expect(await tasks(desk)).toEqual(['to_mend fiona']);
    await writes(desk, 'colin', debtorId, { kind: 'query', delayReason: 'not_received' });
    await writes(desk, 'colin', debtorId, { kind: 'query', delayReason: 'cash_flow' });
    expect(await tasks(desk)).toEqual(['to_mend fiona', 'to_mend fiona']);

    await mend(desk, 'fiona', 'mended');
    await mend(desk, 'fiona', 'in_order');
    expect(await tasks(desk)).toEqual([]);
    const { outbox } = desk.db.prisma;
    const posts = await outbox.findMany({ where: { key: { startsWith: 'mended:' } } });
    expect(posts.filter(({ key }) => key.endsWith(desk.member.colin))).toHaveLength(2);
    expect(posts.filter(({ key }) => key.endsWith(desk.member.marta))).toHaveLength(1);
    const notes = await desk.db.prisma.activity.findMany({ where: { kind: 'note' }, orderBy: { at: 'asc' } });
    expect(notes.map(({ outcome }) => outcome).sort()).toEqual(['reason_in_order', 'reason_mended']);

    await logs(desk, 'colin', { debtorId, ...told });
    expect(await tasks(desk)).toEqual(['to_mend fiona']);
  });

  test('that it is mended can be undone: finance is asked again, and whoever was told is told so', async () => {
    const desk = await callDesk();
    const { id: debtorId } = await acme(desk);
    await logs(desk, 'colin', { debtorId, ...told });
    const countsAsMended = async () =>
      [...(await loadDebtorFacts(desk.db, await desk.workspace(), [debtorId], desk.clock.now())).values()]
        .flatMap(({ activities }) => activities)
        .some(({ mended }) => mended === 'order_number_missing');
    const { activityId } = await mend(desk, 'fiona', 'mended');
    expect([await tasks(desk), await countsAsMended()]).toEqual([[], true]);
    await undo(desk, 'fiona', activityId);
    expect([await tasks(desk), await countsAsMended()]).toEqual([['to_mend fiona'], false]);
    const posts = await desk.db.prisma.outbox.findMany({ where: { key: { startsWith: 'not_mended:' } } });
    expect(posts.map(({ key }) => key.split(':').at(-1))).toEqual([desk.member.colin]);
    await mend(desk, 'fiona', 'in_order');
    expect(await tasks(desk)).toEqual([]);
  });

  test('Undo ends the task, unless the same was told again; the money ends it too', async () => {
    const desk = await callDesk();
    const debtor = await acme(desk);
    const { id: debtorId } = debtor;
    const first = await logs(desk, 'colin', { debtorId, ...told });
    const second = await writes(desk, 'colin', debtorId, {
      kind: 'query',
      delayReason: 'order_number_missing',
    });
    await undo(desk, 'colin', first.activityId);
    expect(await tasks(desk)).toEqual(['to_mend fiona']);
    await undo(desk, 'colin', second.activityId);
    expect(await tasks(desk)).toEqual([]);

    await logs(desk, 'colin', { debtorId, ...told });
    expect(await tasks(desk)).toEqual(['to_mend fiona']);
    for (const invoiceId of debtor.invoiceIds) await desk.pays(debtor, invoiceId);
    expect(await tasks(desk)).toEqual([]);
  });
});
