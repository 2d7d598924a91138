import { z } from 'zod';
import { choosePolicy, type Owing } from '../core/choosePolicy.ts';
import { defaultPolicies, defaultPolicyFor } from '../core/defaultPolicies.ts';
import type { DebtorFacts, DebtorKind } from '../core/facts.ts';
import { markOf } from '../core/markOf.ts';
import { type Policy, readPolicy } from '../core/policy.ts';
import type { Queries } from './client.ts';
import type { WorkspaceContext } from './workspaceContext.ts';

/** One version of a policy; without an id it is a default that the workspace has not changed: version 0. */
export interface PolicyVersion {
  readonly policy: Policy;
  readonly policyId: string | undefined;
  readonly version: number;
}

/** The policies that new cases are begun with: the active version of each key, defaults that were never changed included. */
export async function activePolicies(tx: Queries, workspaceId: string): Promise<PolicyVersion[]> {
  const rows = await tx.sql(
    versionRow,
    'SELECT id, version, definition FROM policy WHERE workspace_id = $1 AND active ORDER BY key',
    [workspaceId],
  );
  return activeOf(rows);
}

/** The same from rows that were read already. */
export function activeOf(rows: readonly z.output<typeof versionRow>[]): PolicyVersion[] {
  return withDefaults(rows.map(versionOf));
}

/** A version as its row keeps it. */
export const versionRow = z.object({ id: z.string(), version: z.number(), definition: z.unknown() });

/** The same as it was at a past instant: of each key the last version switched on by then. */
async function policiesAt(tx: Queries, workspaceId: string, at: Date): Promise<PolicyVersion[]> {
  const rows = await tx.prisma.policy.findMany({
    where: { workspaceId, createdAt: { lte: at } },
    orderBy: [{ key: 'asc' }, { version: 'desc' }],
    distinct: ['key'],
  });
  return withDefaults(rows.map(versionOf));
}

/** Every version that the workspace has, by id, and the active ones among them. */
export async function allPolicies(
  tx: Queries,
  workspaceId: string,
): Promise<{ byId: ReadonlyMap<string, PolicyVersion>; active: PolicyVersion[] }> {
  const rows = await tx.prisma.policy.findMany({
    where: { workspaceId },
    orderBy: [{ key: 'asc' }, { version: 'asc' }],
  });
  const byId = new Map(rows.map((row) => [row.id, versionOf(row)]));
  const active = rows.flatMap(({ id, active: isActive }) => (isActive ? (byId.get(id) ?? []) : []));
  return { byId, active: withDefaults(active) };
}

function withDefaults(stored: readonly PolicyVersion[]): PolicyVersion[] {
  const unchanged = defaultPolicies.filter(({ key }) => !stored.some(({ policy }) => policy.key === key));
  return [...unchanged.map((policy) => ({ policy, policyId: undefined, version: 0 })), ...stored];
}

/**
 * The policy that a debtor is walked through: the version its open case began with or was moved to, else the active one
 * that is for it, else the default for its kind.
 * @param at a past instant, for facts as they were known then
 */
export async function policyOf(
  tx: Queries,
  workspace: WorkspaceContext,
  facts: Pick<DebtorFacts, 'debtor' | 'invoices' | 'openCase'>,
  at?: Date,
): Promise<PolicyVersion> {
  const { openCase } = facts;
  if (openCase) return (await versionWithId(tx, workspace.id, openCase.policyId)) ?? defaultFor(facts);
  const active = at ? policiesAt(tx, workspace.id, at) : activePolicies(tx, workspace.id);
  return policyForNew(await active, facts);
}

/** The same from rows that were read already: the version of its open case, where it has one, else all that are active. */
export function policyAmong(
  rows: readonly z.output<typeof versionRow>[],
  facts: Pick<DebtorFacts, 'debtor' | 'invoices' | 'openCase'>,
): PolicyVersion {
  if (!facts.openCase) return policyForNew(activeOf(rows), facts);
  const [own] = rows;
  return own ? versionOf(own) : defaultFor(facts);
}

/** What `stepPolicySql` answers. */
export const stepPolicyRow = z.object({ kind: z.string(), own: versionRow.nullable() });

/** Which policy a step goes by, as JSON; $1 workspace, and the step's id where it ends. */
export const stepPolicySql = `
SELECT json_build_object('kind', d.kind, 'own', (
  SELECT json_build_object('id', p.id, 'version', p.version, 'definition', p.definition)
  FROM policy p WHERE p.workspace_id = $1 AND p.id = k.policy_id))
FROM stage_step s JOIN "case" k ON k.id = s.case_id JOIN debtor d ON d.id = s.debtor_id WHERE s.workspace_id = $1 AND s.id =`;

/** The policy that a row of `stepPolicySql` names. */
export function stepPolicy({ kind, own }: z.output<typeof stepPolicyRow>): Policy {
  return own ? versionOf(own).policy : defaultPolicyFor(kind as DebtorKind);
}

const stepRow = z.object({ found: stepPolicyRow.nullable() });

/** The policy of the case that a step belongs to. Throws when the workspace has no such step. */
export async function policyOfStep(tx: Queries, workspaceId: string, stepId: string): Promise<Policy> {
  const [row] = await tx.sql(stepRow, `SELECT (${stepPolicySql} $2) AS found`, [workspaceId, stepId]);
  if (!row?.found) throw new Error(`no step ${stepId} in workspace ${workspaceId}`);
  return stepPolicy(row.found);
}

async function versionWithId(
  tx: Queries,
  workspaceId: string,
  id: string | undefined,
): Promise<PolicyVersion | undefined> {
  if (id === undefined) return undefined;
  const [row] = await tx.sql(
    versionRow,
    'SELECT id, version, definition FROM policy WHERE workspace_id = $1 AND id = $2',
    [workspaceId, id],
  );
  return row && versionOf(row);
}

/** The policy that a case of this debtor would begin with today. */
export function policyForNew(active: readonly PolicyVersion[], facts: Owing): PolicyVersion {
  const policy = choosePolicy(
    active.map((one) => one.policy),
    facts,
  );
  return active.find((one) => one.policy === policy) ?? defaultFor(facts);
}

/** The default for a kind of debtor. */
export function defaultFor({ debtor }: { readonly debtor: Pick<Owing['debtor'], 'kind'> }): PolicyVersion {
  return { policy: defaultPolicyFor(debtor.kind), policyId: undefined, version: 0 };
}

function versionOf(row: { id: string; version: number; definition: unknown }): PolicyVersion {
  return { policy: readPolicy(row.definition), policyId: row.id, version: row.version };
}

/** Which versions new cases begin with, in one short text: the same for the same versions. */
export function versionsOf(active: readonly PolicyVersion[]): string {
  return markOf(active.map(({ policy, version }) => `${policy.key}:${version}`).sort());
}
