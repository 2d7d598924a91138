import { conditionNames, isConditionKind } from '../../core/conditions.ts';
import { dayOfDate } from '../../core/day.ts';
import { shortDay } from '../../core/dayName.ts';
import type { Queries } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';

export interface OpenCondition {
  readonly conditionId: string;
  readonly kind: string;
  /** with what it is known from: for those who collect alone */
  readonly words: string;
}

/** The conditions of a debtor that hold, oldest first. */
export async function openConditions(
  tx: Queries,
  { workspace, debtorId, locale }: { workspace: WorkspaceContext; debtorId: string; locale: string },
): Promise<OpenCondition[]> {
  const rows = await tx.prisma.debtorCondition.findMany({
    where: { workspaceId: workspace.id, debtorId, endedOn: null },
    orderBy: [{ sinceOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, kind, sinceOn, evidence, reference }) => {
    const name = isConditionKind(kind) ? conditionNames[kind] : kind;
    const about = [evidence && `“${evidence}”`, reference].filter(Boolean).join(', ');
    const since = `${name} since ${shortDay(dayOfDate(sinceOn), locale)}`;
    return { conditionId: id, kind, words: about ? `${since}: ${about}` : since };
  });
}
