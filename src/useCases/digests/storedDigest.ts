import { z } from 'zod';
import { type Day, dateOfDay } from '../../core/day.ts';
import type { Queries } from '../../db/client.ts';

const storedSchema = z.object({
  at: z.string().transform((iso) => new Date(iso)),
  currencies: z.array(z.unknown()),
});

/** What a digest that was posted said, and when its figures were worked out. */
export interface StoredDigest<T> {
  readonly at: Date;
  /** by currency, of those that can be read */
  readonly currencies: readonly T[];
}

/** The figures that are kept with a digest; undefined where none was posted. */
export async function storedDigest<T extends z.ZodType>(
  tx: Queries,
  {
    workspaceId,
    kind,
    forOn,
    figures,
  }: { workspaceId: string; kind: 'daily' | 'weekly'; forOn: Day; figures: T },
): Promise<StoredDigest<z.output<T>> | undefined> {
  const held = await tx.prisma.digest.findFirst({ where: { workspaceId, kind, forOn: dateOfDay(forOn) } });
  const stored = storedSchema.safeParse(held?.figures).data;
  return (
    stored && {
      at: stored.at,
      currencies: stored.currencies.flatMap((one) => {
        const read = figures.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    }
  );
}
