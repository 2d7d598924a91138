import type { types } from '@slack/bolt';
import { columnsModal } from '../../blocks/imports/columnsModal.ts';
import { creditorModal } from '../../blocks/imports/creditorModal.ts';
import { importModal } from '../../blocks/imports/importModal.ts';
import { isoDay } from '../core/day.ts';
import { type MapField, mapFields, parseColumnMap } from '../imports/ColumnMap.ts';
import { guessMap } from '../imports/suggestMap.ts';
import { UnknownColumns } from '../imports/UnknownColumns.ts';
import { creditorNamed } from '../useCases/ledger/creditorNamed.ts';
import { previewImport } from '../useCases/ledger/previewImport.ts';
import { WhichCreditor } from '../useCases/ledger/WhichCreditor.ts';
import type { Asker } from './Asker.ts';
import { droppedFile } from './droppedFile.ts';
import { importWords } from './importWords.ts';
import { encodeMetadata } from './metadata.ts';
import type { ImportMemory } from './views/importMemory.ts';

/** longest name of a column that a menu can hold */
const LONGEST = 75;

const LABELS: Readonly<Record<MapField, string>> = {
  number: 'Invoice number',
  debtor: 'Customer’s name',
  account: 'Customer’s account',
  issued: 'Invoice date',
  due: 'Due date',
  amount: 'Amount of the invoice',
  outstanding: 'What is open of it',
  currency: 'Currency',
  settled: 'Paid on',
  email: 'Email of the customer',
  kind: 'Kind of the customer',
  last_step: 'Last step taken before (stage)',
  last_step_on: 'Day of that last step',
};

/** The window of a dropped file: what it would change and the button to import it, or the question whose it is, or what its columns hold. */
export async function importView(
  { deps, workspace, member, client, now }: Asker,
  memory: ImportMemory,
): Promise<types.ModalView> {
  const file = await droppedFile(client, memory.fileId);
  const map = memory.map && parseColumnMap(memory.map);
  const { creditorId, currency } = memory;
  const creditor = await creditorNamed(deps.db, workspace.id, creditorId);
  const reading = { db: deps.db, workspace, now, file, map, creditor, currency };
  try {
    const preview = await previewImport(reading);
    const { sentences, rejected } = importWords(preview);
    const totalIn = memory.currency ?? workspace.currency;
    return importModal({
      ...{ fileName: file.name, sentences, rejected, asOf: isoDay(preview.asOf) },
      kindOfNew: preview.kindOfNew,
      isLedger: preview.kind === 'ledger',
      metadata: encodeMetadata({ ...memory, totalIn, locale: member.locale }),
    });
  } catch (error) {
    if (error instanceof WhichCreditor) {
      const { creditors } = error;
      return creditorModal({ metadata: encodeMetadata(memory), fileName: file.name, creditors });
    }
    if (!(error instanceof UnknownColumns) || memory.map) throw error;
    const columns = error.columns.filter((column) => column.length <= LONGEST);
    if (columns.length === 0) throw error;
    const guessed = guessMap(columns);
    const fields = mapFields.map((field) => ({ field, label: LABELS[field], guess: guessed.get(field) }));
    return columnsModal({ metadata: encodeMetadata(memory), fileName: file.name, columns, fields });
  }
}
