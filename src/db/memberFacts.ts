import type { Role } from '../core/policy.ts';
import type { MemberFact } from '../core/rightPerson.ts';
import { instantAt } from '../core/zone.ts';
import type { Queries } from './client.ts';
import { isAway } from './members.ts';
import { todayOf, type WorkspaceContext } from './workspaceContext.ts';

/** The workspace's members as the choice of the right person needs them: role, absence, and how much they have to do. */
export async function loadMemberFacts(
  tx: Queries,
  workspace: WorkspaceContext,
  now: Date,
): Promise<MemberFact[]> {
  const today = todayOf(workspace, now);
  const dayBegan = instantAt(today, '00:00', workspace.zone);
  const members = await tx.prisma.member.findMany({ where: { workspaceId: workspace.id } });
  const count = async (where: object) =>
    new Map(
      (
        await tx.prisma.prompt.groupBy({
          by: ['memberId'],
          where: { workspaceId: workspace.id, ...where },
          _count: true,
        })
      ).map((row) => [row.memberId, row._count]),
    );
  const open = await count({ state: 'open' });
  const given = await count({ openedAt: { gte: dayBegan } });
  return members.map((member) => ({
    id: member.id,
    role: member.role as Role,
    away: isAway(member, today),
    left: member.leftAt !== null,
    deputyId: member.deputyId ?? undefined,
    capacity: member.capacity,
    promptsToday: given.get(member.id) ?? 0,
    openPrompts: open.get(member.id) ?? 0,
  }));
}
