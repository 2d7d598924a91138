import type { PolicyView } from '../../../blocks/policies/PolicyView.ts';
import { shortDay } from '../../core/dayName.ts';
import { defaultPolicies } from '../../core/defaultPolicies.ts';
import { markOf } from '../../core/markOf.ts';
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

/**
 * One of the workspace's policies as a page: the draft where it has one, else the version in use. `key`, or the beginning of a word of its
 * name, says which; where none is meant, the first.
 */
export async function policyPage(
  db: Db,
  options: {
    workspace: WorkspaceContext;
    member: Member;
    key?: string | undefined;
    named?: string;
    note?: string;
  },
): Promise<PolicyView> {
  const { workspace, member } = options;
  const active = await activePolicies(db, workspace.id);
  const drafts = await policyDrafts(db, workspace.id);
  const latest = new Map([...active, ...drafts].map(({ policy }) => [policy.key, policy]));
  const all = [...latest.values()].sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name));
  const meant = named(all, options.named);
  const policy = latest.get(options.key ?? '') ?? meant ?? all[0];
  if (!policy) throw new Error(`workspace ${workspace.id} has no policy`);
  const { key } = policy;
  const unknown = options.named && !meant ? `There is no policy “${options.named}”.` : undefined;
  const draft = drafts.find((one) => one.policy === policy);
  return {
    policies: all.map((one) => ({ key: one.key, name: one.name })),
    key,
    mark: markOf(policy),
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
      problems: policyProblems(
        policy,
        active.map((one) => one.policy),
      ).map(({ sentence }) => sentence),
    },
    mayChange: may(member.role, 'manage'),
    note: options.note ?? unknown,
  };
}

/** The defaults first, in their order, changed or not. */
function placeOf({ key }: Policy): number {
  const place = defaultPolicies.findIndex((policy) => policy.key === key);
  return place < 0 ? defaultPolicies.length : place;
}

function named(all: readonly Policy[], words = ''): Policy | undefined {
  const typed = words.toLowerCase();
  if (typed === '') return undefined;
  return (
    all.find(({ key, name }) => key === typed || name.toLowerCase() === typed) ??
    all.find(({ name }) => ` ${name.toLowerCase()}`.includes(` ${typed}`))
  );
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
  if (memberId === 'cli') return 'the command line';
  return (await db.prisma.member.findUnique({ where: { id: memberId } }))?.name ?? 'somebody';
}
