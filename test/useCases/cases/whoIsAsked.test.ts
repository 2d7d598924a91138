import { expect, it } from 'vitest';
import { dateOfDay, dayOf } from '../../../src/core/day.ts';
import { newId } from '../../../src/core/newId.ts';
import { whoIsAsked } from '../../../src/useCases/cases/whoIsAsked.ts';
import { askAgain } from '../../../src/useCases/notices/askAgain.ts';
import { openPrompt } from '../../../src/useCases/prompts/openPrompt.ts';
import { aDebtor } from '../../support/aDebtor.ts';
import { somebodyWaits } from '../../support/somebodyWaits.ts';
import { type CallDesk, callDesk } from '../calls/callDesk.ts';

const ask = async (desk: CallDesk, debtorId: string) => {
  const workspace = await desk.workspace();
  await desk.db.transaction((tx) =>
    askAgain(tx, {
      ...{
        workspace,
        debtorId,
        noticeId: newId(),
        stage: 'final_notice',
        kind: 'unsure_mail',
        asks: 'manager',
      },
      why: 'It is not known whether it reached Jane.',
      now: desk.clock.now(),
    }),
  );
};

it('while every manager is away a mail that may not have arrived is still asked about', async () => {
  const desk = await callDesk();
  const { db, workspaceId } = desk;
  const debtor = await aDebtor(db, workspaceId, { name: 'Acme' });
  await db.prisma.member.updateMany({
    where: { workspaceId, role: 'manager' },
    data: { awayUntil: dateOfDay(dayOf('2026-11-30')) },
  });
  await ask(desk, debtor.id);
  const { memberId } = await db.prisma.prompt.findFirstOrThrow();
  expect([desk.member.marta, desk.member.max]).toContain(memberId);
});

it('a member who is being asked at this moment is counted as asked: nobody gets more than a day holds', async () => {
  const desk = await callDesk();
  const { db, workspaceId, member, clock } = desk;
  await db.prisma.member.update({ where: { id: member.colin }, data: { capacity: 1 } });
  const { id } = await aDebtor(db, workspaceId, { name: 'Acme', ownerId: member.colin });
  const workspace = await desk.workspace();
  const now = clock.now();
  let second: Promise<string | undefined> | undefined;
  await db.transaction(async (tx) => {
    const memberId =
      (await whoIsAsked(tx, { workspace, debtor: { ownerId: member.colin }, asks: 'owner', now })) ?? '';
    expect(memberId).toBe(member.colin);
    second = db.transaction((other) =>
      whoIsAsked(other, { workspace, debtor: { ownerId: member.colin }, asks: 'owner', now }),
    );
    await somebodyWaits(db);
    await openPrompt(tx, { workspace, debtorId: id, key: 'call', kind: 'call', memberId, reasons: [], now });
  });
  expect(await second).toBeUndefined();
});
