import { expect, test } from 'vitest';
import { loadWorkspace } from '../../src/db/workspaceContext.ts';
import { decideApproval } from '../../src/useCases/notices/decideApproval.ts';
import { aSample } from './sampleKit.ts';

const ASKS = new Date('2026-11-20T14:05:00Z');
const NOTES = new Date('2026-11-24T10:15:00Z');
const APPROVES = new Date('2026-11-26T08:40:00Z');

test('colleagues do a thing once, and leave alone what the visitor has dealt with', async () => {
  const { db, workspaceId, colleagues, rows } = await aSample();
  const { id: debtorId } = await db.prisma.debtor.findFirstOrThrow({
    where: { name: 'Copper Canyon Supply LLC' },
  });
  const nora = await db.prisma.member.findFirstOrThrow({ where: { slackUserId: 'U01NORA' } });
  const own = { workspaceId, debtorId };
  const prompt = await db.prisma.prompt.findFirstOrThrow({ where: { ...own, kind: 'last_call' } });
  const handTo = (memberId: string) =>
    db.prisma.prompt.update({ where: { id: prompt.id }, data: { memberId } });

  expect(await colleagues.next(new Date('2026-11-20T11:40:00Z'))).toEqual(ASKS);
  await handTo(nora.id);
  await colleagues.run(ASKS);
  expect(await db.prisma.approval.count({ where: own })).toBe(0);

  await handTo(prompt.memberId);
  await colleagues.run(ASKS);
  await colleagues.run(ASKS);
  const [request, ...others] = await db.prisma.approval.findMany({ where: own });
  expect(others).toEqual([]);
  expect(request).toMatchObject({ state: 'open', askedById: prompt.memberId });
  expect(await rows(`SELECT outcome FROM activity WHERE key LIKE 'sample:colleague:%'`)).toEqual([
    { outcome: 'left_message' },
  ]);
  const times: string[] = [];
  for (let at = await colleagues.next(ASKS); at; at = await colleagues.next(at)) times.push(at.toISOString());
  expect(times).toEqual([...times].sort());
  expect(times).toContain(NOTES.toISOString());
  expect(times.at(-1)).toBe(APPROVES.toISOString());

  await decideApproval(db, {
    workspace: await loadWorkspace(db, workspaceId),
    approvalId: request?.id ?? '',
    member: nora,
    decision: 'decline',
    via: { kind: 'reaction' },
    now: new Date('2026-11-23T10:00:00Z'),
  });
  await colleagues.run(APPROVES);
  expect(await rows(`SELECT state FROM approval WHERE debtor_id = '${debtorId}'`)).toEqual([
    { state: 'declined' },
  ]);
  const decided = await db.prisma.approvalDecision.findMany({ where: { approval: own } });
  expect(decided.map(({ memberId }) => memberId)).toEqual([nora.id]);
  expect(await colleagues.next(APPROVES)).toBeUndefined();
}, 120_000);
