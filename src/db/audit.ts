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
  await tx.prisma.audit.create({ data: entry });
}
