import { z } from 'zod';
import { limits } from '../../../../blocks/limits.ts';
import { blockIdentity } from '../objects/ids.ts';
import { tableText } from '../rules/tableText.ts';
import { cell } from './cells.ts';

interface Rows {
  readonly rows: readonly (readonly { readonly type: string }[])[];
  readonly row_header_column_index?: number | undefined;
}

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    ...blockIdentity,
    caption: z.string().min(1),
    rows: z
      .array(z.array(cell).min(1).max(limits.dataTable.columns))
      .min(limits.dataTable.minRows)
      .max(limits.dataTable.rows),
    page_size: z.number().int().min(1).max(limits.dataTable.pageSize).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
  })
  .superRefine(rectangular)
  .superRefine(tableText(limits.dataTable.characters));

function rectangular({ rows, row_header_column_index: rowHeader }: Rows, context: z.RefinementCtx): void {
  const refuse = (message: string, path: (string | number)[]) =>
    context.addIssue({ code: 'custom', message, path });
  const header = rows[0] ?? [];
  for (const [index, cellOfHeader] of header.entries()) {
    if (cellOfHeader.type === 'rich_text') refuse('unsupported type: rich_text', ['rows', 0, index, 'type']);
  }
  for (const [index, row] of rows.entries()) {
    if (row.length !== header.length)
      refuse(`must have ${header.length} items like the first row`, ['rows', index]);
  }
  if (rowHeader !== undefined && rowHeader >= header.length) {
    refuse(`must be less than ${header.length}`, ['row_header_column_index']);
  }
}
