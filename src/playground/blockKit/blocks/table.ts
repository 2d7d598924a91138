import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { blockIdentity } from '../objects/ids.ts';
import { tableText } from '../rules/tableText.ts';
import { cell } from './cells.ts';

const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

export const table = z
  .strictObject({
    type: z.literal('table'),
    ...blockIdentity,
    rows: z.array(z.array(cell).min(1).max(limits.table.columns)).min(1).max(limits.table.rows),
    column_settings: z.array(column.nullable()).max(limits.table.columns).optional(),
  })
  .superRefine(tableText(limits.table.characters));
