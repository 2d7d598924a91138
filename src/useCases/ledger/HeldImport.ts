import { createHash } from 'node:crypto';
import { z } from 'zod';
import { debtorKinds } from '../../core/debtorKinds.ts';
import type { Money } from '../../core/money.ts';
import type { Applied } from './applyLedger.ts';
import type { ApplyOptions } from './ImportOptions.ts';
import type { StagedFile } from './stageFile.ts';

const money = z.object({ currency: z.string(), amount: z.string().transform(BigInt) });

/** What an import that waits for a manager keeps, so that it can be applied as it was asked for, without its file. */
export const heldImport = z.object({
  /** why it waits, a sentence each */
  brake: z.array(z.string()),
  held: z.object({
    staged: z.number(),
    rows: z.number(),
    ignored: z.number(),
    rejected: z.number(),
    whole: z.boolean(),
    kind: z.enum(debtorKinds).optional(),
    kindOfNew: z.enum(debtorKinds).optional(),
    controlTotal: money.optional(),
    openInFile: z.array(money),
  }),
});

/** Names the reasons that somebody saw: others have another one. */
export function sealOf(reasons: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(reasons)).digest('hex').slice(0, 16);
}

/** Of an import that is held back, in JSON: amounts as text. */
export function heldOf(
  { kind, kindOfNew, controlTotal }: Pick<ApplyOptions, 'kind' | 'kindOfNew' | 'controlTotal'>,
  { staged, rows, ignored, rejected, whole }: StagedFile,
  { openInFile }: Pick<Applied, 'openInFile'>,
): object {
  return {
    ...{ staged, rows, ignored, rejected, whole, kind, kindOfNew },
    controlTotal: controlTotal && asText(controlTotal),
    openInFile: openInFile.map(asText),
  };
}

function asText({ currency, amount }: Money) {
  return { currency, amount: amount.toString() };
}
