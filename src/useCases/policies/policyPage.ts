import type { PolicyView } from '../../../blocks/policies/PolicyView.ts';
import { shortDay } from '../../core/dayName.ts';
import { defaultPolicies } from '../../core/defaultPolicies.ts';
import { may } from '../../core/permissions.ts';
import type { Policy, Rung, Task } from '../../core/policy.ts';
import { policyProblems } from '../../core/policyProblems.ts';
import { stageName } from '../../core/stageName.ts';
import { dayIn } from '../../core/zone.ts';
import type { Db } from '../../db/client.ts';
import { activePolicies } from '../../db/policies.ts';
import { policyDrafts } from '../../db/policyDrafts.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import type { Member } from '../../generated/prisma/client.ts';
import { countOf } from '../digests/countOf.ts';
import { forWhom, policyProse, stageLine } from './policyWords.ts';

/** One of the workspace's policies as a page: the draft where it has one, else the version in use. Another key than one of them shows the first. */
export async function policyPage(
  db: Db,
  options: { workspace: WorkspaceContext; member: Member; key?: string | undefined; note?: string },
): Promise<PolicyView> {
  const { workspace, member, note } = options;
  const active = await activePolicies(db, workspace.id);
  const drafts = await policyDrafts(db, workspace.id);
  const all = new Map<string, Policy>();
  for (const { policy } of [...active, ...drafts]) all.set(policy.key, policy);
  const key = all.has(options.key ?? '') ? (options.key ?? '') : (active[0]?.policy.key ?? '');
  const policy = all.get(key);
  if (!policy) throw new Error(`workspace ${workspace.id} has no policy`);
  const draft = drafts.find((one) => one.policy === policy);
  return {
    policies: [...all.values()].map((one) => ({ key: one.key, name: one.name })),
    key,
    name: policy.name,
    standing: await standingOf(db, workspace, key),
    forWhom: forWhom(policy, member.locale),
    prose: policyProse(policy),
    stages: [
      ...policy.rungs.map((rung) => stageOfPage(rung, false)),
      ...policy.tasks.map((task) => stageOfPage(task, true)),
    ],
    draft: draft && {
      changedBy: await nameOf(db, draft.editedBy),
      problems: policyProblems(policy).map(({ sentence }) => sentence),
    },
    mayChange: may(member.role, 'manage'),
    note,
  };
}

function stageOfPage(stage: Rung | Task, beside: boolean): PolicyView['stages'][number] {
  const { key, enabled } = stage;
  return { key, name: stageName(key), line: stageLine(stage), inUse: enabled, beside };
}

async function standingOf(db: Db, { id, zone }: WorkspaceContext, key: string): Promise<string> {
  const versions = await db.prisma.policy.findMany({ where: { workspaceId: id, key } });
  const active = versions.find((version) => version.active);
  const running = async (policyIds: string[]) =>
    db.prisma.case.count({ where: { workspaceId: id, closedOn: null, policyId: { in: policyIds } } });
  if (!active) {
    return defaultPolicies.some((policy) => policy.key === key)
      ? 'The default, as Duly brings it.'
      : 'Not in use yet.';
  }
  const older = versions.filter((version) => version !== active).map((version) => version.id);
  const since = shortDay(dayIn(zone, active.createdAt), 'en-GB');
  const behind = await running(older);
  return `Version ${active.version}, in use since ${since}; ${countOf(await running([active.id]), 'running case')}${behind > 0 ? `, ${behind} by older versions` : ''}.`;
}

async function nameOf(db: Db, memberId: string): Promise<string> {
  return (await db.prisma.member.findUnique({ where: { id: memberId } }))?.name ?? 'somebody';
}
