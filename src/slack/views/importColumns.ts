import { COLUMNS_TITLE } from '../../../blocks/imports/columnsModal.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { DulyError } from '../../core/DulyError.ts';
import { isCurrency } from '../../core/money.ts';
import { requireMay } from '../../core/permissions.ts';
import { mapFields, parseColumnMap } from '../../imports/ColumnMap.ts';
import type { ViewHandler } from '../handlers.ts';
import { importView } from '../importView.ts';
import { decodeMetadata } from '../metadata.ts';
import { importMemory } from './importMemory.ts';
import { stateOf } from './stateOf.ts';

/** Submitted: what the columns of a dropped file hold. What it would change is shown next. */
export const importColumns: ViewHandler = {
  check(view) {
    const { choice, text } = stateOf(view);
    const map = mapFields.flatMap((field) => {
      const column = choice(`column_${field}`);
      return column ? [`${column}=${field}`] : [];
    });
    const problem = problemOf(map);
    if (problem) return { errors: { column_number: problem } };
    const currency = text('currency').toUpperCase() || undefined;
    if (currency && !isCurrency(currency))
      return { errors: { currency: `“${currency}” is not a currency code such as EUR.` } };
    return {
      async save(request) {
        requireMay(request.member, 'import_ledger');
        const memory = decodeMetadata(importMemory, view.private_metadata);
        await request.showView(await importView(request, { ...memory, map, ...(currency && { currency }) }));
      },
    };
  },
  saving(view) {
    const { choice, text } = stateOf(view);
    const typed = mapFields.map((field) => [field, choice(`column_${field}`)] as const);
    return savingView(COLUMNS_TITLE, [...typed, ['Currency', text('currency')]]);
  },
  again: refilled,
};

function problemOf(map: readonly string[]): string | undefined {
  try {
    parseColumnMap(map);
    return undefined;
  } catch (error) {
    if (error instanceof DulyError) return error.userMessage;
    throw error;
  }
}
