import { expect, it } from 'vitest';
import { newId } from '../../src/core/newId.ts';
import { acme } from './calls/callTeam.ts';
import { noticeTeam } from './notices/noticeTeam.ts';

it('a workspace whose settings cannot be read holds up no other', async () => {
  const team = await noticeTeam();
  const { prisma } = team.db;
  const mine = await prisma.workspace.findUniqueOrThrow({ where: { id: team.workspaceId } });
  await prisma.workspace.create({
    data: { ...mine, id: newId(), teamId: 'T0OTHER', settings: { undoMinutes: 'ten' } },
  });
  const { id } = await acme(team);
  const prompts = await prisma.prompt.findMany({ where: { debtorId: id } });
  expect(prompts).not.toEqual([]);
  await expect(team.person.colin.last()).resolves.toMatchObject({ channel: team.person.colin.dm });
});
