import { newId } from '../core/newId.ts';
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
  /** what fields were, by their names: `/debt why` of a day before goes by it (see formerSql) */
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
  /** the same of personal values, which are erased with that account */
  readonly personal?: {
    readonly debtorId: string;
    readonly before?: Prisma.InputJsonObject;
    readonly after?: Prisma.InputJsonObject;
  };
  readonly why?: string;
}

/** Adds to the append-only log, in the transaction of the change itself. Personal values stand beside it, in `personal` alone. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { workspaceId, at, actor, action, subjectKind, subjectId, before, after, why, personal } = entry;
  const personalId = personal ? newId() : null;
  if (personal) {
    const { debtorId, ...data } = personal;
    await tx.execute(
      'INSERT INTO audit_personal (id, workspace_id, debtor_id, data) VALUES ($1, $2, $3, $4::jsonb)',
      [personalId, workspaceId, debtorId, asJson(data)],
    );
  }
  await tx.execute(
    `INSERT INTO audit (workspace_id, at, actor, action, subject_kind, subject_id, before, after, why, personal_id)
     VALUES ($1, $2::timestamptz, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9, $10)`,
    [
      ...[workspaceId, at, actor, action, subjectKind, subjectId],
      ...[asJson(before), asJson(after), why ?? null, personalId],
    ],
  );
}

function asJson(value: Prisma.InputJsonValue | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
