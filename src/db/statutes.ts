import { z } from 'zod';
import { dateOfDay } from '../core/day.ts';
import { type Statute, statuteSchema } from '../core/statutes.ts';
import type { Queries, Tx } from './client.ts';

/** A row of late-payment law that a workspace added. */
export type OwnStatute = Statute & { readonly id: string };

const rowSchema = statuteSchema.extend({ id: z.string() });

/** The rows of late-payment law that the workspace added, by law, the latest of each last. */
export async function loadStatutes(tx: Queries, workspaceId: string): Promise<OwnStatute[]> {
  return tx.sql(
    rowSchema,
    `SELECT s.id, s.law, s.name, s.source, s.issued_from AS "issuedFrom", s.issued_until AS "issuedUntil", s.base, s.margin, s.rated,
       s.year_days AS "yearDays", s.currency,
       coalesce((SELECT jsonb_agg(jsonb_build_object('from', f.from_amount::text, 'sum', f.sum::text) ORDER BY f.from_amount)
         FROM statute_sum f WHERE f.statute_id = s.id), '[]') AS "fixedSums"
     FROM statute s WHERE s.workspace_id = $1 ORDER BY s.law, s.issued_from`,
    [workspaceId],
  );
}

/** Writes a row of law in place of what stands by its id, fixed sums included. */
export async function keepStatute(
  tx: Tx,
  workspaceId: string,
  { id, fixedSums, ...row }: OwnStatute,
): Promise<void> {
  const { law, name, source, issuedFrom, issuedUntil, base, margin, rated, yearDays, currency } = row;
  const data = {
    ...{ law, name, source, base, margin, rated, yearDays, currency },
    issuedFrom: dateOfDay(issuedFrom),
    issuedUntil: issuedUntil === null ? null : dateOfDay(issuedUntil),
  };
  await tx.prisma.statute.upsert({
    where: { id, workspaceId },
    create: { id, workspaceId, ...data },
    update: data,
  });
  await tx.prisma.statuteSum.deleteMany({ where: { statuteId: id } });
  await tx.prisma.statuteSum.createMany({
    data: fixedSums.map(({ from, sum }) => ({ workspaceId, statuteId: id, fromAmount: from, sum })),
  });
}

/** Takes a row of law away, with its fixed sums. */
export async function dropStatute(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.prisma.statuteSum.deleteMany({ where: { workspaceId, statuteId: id } });
  await tx.prisma.statute.delete({ where: { workspaceId, id } });
}
