import type { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './client.ts';

export interface AuditEntry {
  readonly workspaceId: string;
  readonly at: Date;
  /** a member's id, or `duly` / `cli` */
  readonly actor: string;
  /** past tense, e.g. `call_logged` */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
  readonly why?: string;
}

/** Adds to the append-only log, in the transaction of the change itself. No personal values: they stand elsewhere. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { workspaceId, at, actor, action, subjectKind, subjectId, before, after, why } = entry;
  await tx.execute(
    `INSERT INTO audit (workspace_id, at, actor, action, subject_kind, subject_id, before, after, why)
     VALUES ($1, $2::timestamptz, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9)`,
    [workspaceId, at, actor, action, subjectKind, subjectId, asJson(before), asJson(after), why ?? null],
  );
}

function asJson(value: Prisma.InputJsonValue | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
