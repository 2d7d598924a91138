import { describe, expect, test } from 'vitest';
import { newId } from '../../../src/core/newId.ts';
import { undoActivity } from '../../../src/useCases/calls/undoActivity.ts';
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

  test('said to two of us it is one stop, and stands when one of the two takes it back', async () => {
    const desk = await callDesk();
    const { id: debtorId } = await acme(desk);
    const first = await writes(desk, 'colin', debtorId, { kind: 'bank_details' });
    await logs(desk, 'marta', { debtorId, outcome: 'refuses', delayReason: 'paid_elsewhere' });
    await undo(desk, 'colin', first.activityId);
    expect(await desk.db.prisma.debtorCondition.findMany()).toMatchObject([{ endedOn: null }]);
  });
});
