import type { Day } from '../../core/day.ts';
import { settingsOfNewWorkspace } from '../../core/settings.ts';
import type { Db } from '../../db/client.ts';
import { loadWorkspace, type WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { monthClosesOn } from '../sampleMonths.ts';
import {
  emailOf,
  type PersonName,
  personNames,
  SAMPLE_TEAM,
  SAMPLE_ZONE,
  sampleChannels,
  samplePeople,
} from '../sampleTeam.ts';

/** Nothing here is anybody's: no bank has this sort code. */
const creditor = {
  name: 'Larkfield Trade Supplies Ltd',
  address: 'Unit 7, Larkfield Yard\nSample Lane\nLondon EX1 0AA',
  email: 'credit.control@larkfield.example',
  phone: '+44 20 7946 0100',
  bankDetails: {
    holder: 'Larkfield Trade Supplies Ltd',
    bank: 'Example Bank',
    sortCode: '00-00-00',
    account: '00000000',
  },
};

/** Sets the workspace up as a manager would: place, channels, when the books close, members with their roles, the company that is owed. */
export async function seedTeam(
  db: Db,
  { workspaceId, firstDay, openedAt }: { workspaceId: string; firstDay: Day; openedAt: Date },
): Promise<{ workspace: WorkspaceContext; members: Record<PersonName, Member> }> {
  const { collections, approvals, finance, accountManagers } = sampleChannels;
  await db.prisma.workspace.update({
    where: { id: workspaceId },
    data: {
      name: SAMPLE_TEAM.name,
      zone: SAMPLE_ZONE,
      locale: 'en-GB',
      country: 'GB',
      currency: 'GBP',
      settings: {
        ...settingsOfNewWorkspace,
        monthClosesOn: monthClosesOn(firstDay),
        channels: { collections, approvals, finance, accountManagers, imports: finance },
      },
    },
  });
  const members: Partial<Record<PersonName, Member>> = {};
  for (const name of personNames) {
    const { id: slackUserId, name: realName, role, tz, capacity } = samplePeople[name];
    const known = {
      name: realName,
      role,
      zone: tz,
      locale: 'en-GB',
      email: emailOf(name),
      ...(capacity !== undefined && { capacity }),
    };
    members[name] = await db.prisma.member.upsert({
      where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
      update: known,
      create: { id: `${workspaceId}_${name}`, workspaceId, slackUserId, ...known, createdAt: openedAt },
    });
  }
  const all = members as Record<PersonName, Member>;
  for (const name of personNames) {
    const { deputy } = samplePeople[name];
    if (deputy) {
      const deputyId = all[deputy].id;
      all[name] = await db.prisma.member.update({ where: { id: all[name].id }, data: { deputyId } });
    }
  }
  await db.prisma.creditor.upsert({
    where: { workspaceId_name: { workspaceId, name: creditor.name } },
    update: creditor,
    create: { id: `${workspaceId}_larkfield`, workspaceId, ...creditor, createdAt: openedAt },
  });
  return { workspace: await loadWorkspace(db, workspaceId), members: all };
}
