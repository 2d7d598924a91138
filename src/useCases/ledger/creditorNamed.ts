import { DulyError } from '../../core/DulyError.ts';
import type { Queries } from '../../db/client.ts';

/** The present name of a creditor that somebody chose earlier; undefined where nobody chose. Throws DulyError `creditor_gone`. */
export async function creditorNamed(
  db: Queries,
  workspaceId: string,
  creditorId: string | undefined,
): Promise<string | undefined> {
  if (creditorId === undefined) return undefined;
  const creditor = await db.prisma.creditor.findFirst({ where: { id: creditorId, workspaceId } });
  if (creditor) return creditor.name;
  const sentence = 'This creditor is not here any more: nothing was imported. Choose another one.';
  throw new DulyError('creditor_gone', `no creditor ${creditorId}`, sentence);
}
