import { IMPORT_TITLE } from '../../../blocks/imports/importModal.ts';
import { join } from '../../../blocks/join.ts';
import { refilled } from '../../../blocks/views/refilled.ts';
import { savingView } from '../../../blocks/views/savingView.ts';
import { sentenceView } from '../../../blocks/views/sentenceView.ts';
import { parseDay } from '../../core/day.ts';
import { debtorKindName } from '../../core/debtorKindName.ts';
import { debtorKinds } from '../../core/debtorKinds.ts';
import { parseAmount } from '../../core/parseAmount.ts';
import { requireMay } from '../../core/permissions.ts';
import { claimInbound } from '../../db/inboundEvents.ts';
import { parseColumnMap } from '../../imports/ColumnMap.ts';
import { creditorNamed } from '../../useCases/ledger/creditorNamed.ts';
import type { ImportResult } from '../../useCases/ledger/ImportResult.ts';
import { importLedger } from '../../useCases/ledger/importLedger.ts';
import { rejectedRows } from '../../useCases/ledger/rejectedRows.ts';
import { requireCreditor } from '../../useCases/ledger/requireCreditor.ts';
import { updateDroppedFile } from '../../useCases/ledger/showDroppedFile.ts';
import { droppedFile } from '../droppedFile.ts';
import type { ViewHandler } from '../handlers.ts';
import { rejectedLines, withoutNames } from '../importWords.ts';
import { decodeMetadata } from '../metadata.ts';
import { importMemory } from './importMemory.ts';
import { stateOf } from './stateOf.ts';

const DID: Readonly<Record<ImportResult['status'], string>> = {
  applied: 'Imported by',
  brake: 'Held back for a manager, asked for by',
  refused: 'Not imported, asked for by',
};

/** Submitted: a dropped file is imported. What came of it stands in the window and where it was dropped; rows that were not taken come as a file. */
export const importFile: ViewHandler = {
  check(view) {
    const { text, day, choice } = stateOf(view);
    const { channel, fileId, creditorId, map, currency, totalIn, locale } = decodeMetadata(
      importMemory,
      view.private_metadata,
    );
    const total = controlTotalOf(text('control_total'), { currency: totalIn, locale });
    if (typeof total === 'string') return { errors: { control_total: total } };
    const asOf = parseDay(day('as_of'));
    const kindOfNew = debtorKinds.find((kind) => kind === choice('kind_of_new'));
    return {
      async save({ deps, workspace, member, client, now, key, showView }) {
        requireMay(member, 'import_ledger');
        const workspaceId = workspace.id;
        const first = await deps.db.transaction((tx) =>
          claimInbound(tx, { workspaceId, key, kind: 'import_file', receivedAt: now }),
        );
        if (!first) return;
        const creditor = await creditorNamed(deps.db, workspaceId, creditorId);
        await requireCreditor(deps.db, workspaceId, creditor);
        const file = await droppedFile(client, fileId);
        const rejected = rejectedRows(file.name);
        const result = await importLedger({
          ...{ db: deps.db, workspace, now, file, asOf, creditor, currency, memberId: member.id },
          map: map && parseColumnMap(map),
          ...{ kindOfNew, controlTotal: total },
          onRejected: rejected.add,
        });
        await rejected.send(deps.db, { workspaceId, member, importId: result.importId, now });
        const did = DID[result.status];
        const lines = rejectedLines(result.rejected, result.counts.rejected);
        const isDirect = channel.startsWith('D');
        const said = isDirect ? result.sentences : withoutNames(result.sentences, result);
        const outcome = { fileName: file.name, sentences: [`${did} ${member.name}.`, ...said] };
        const shown = isDirect ? { ...outcome, rejected: lines } : outcome;
        await updateDroppedFile(deps.db, { workspaceId, channel, fileId, now }, shown);
        deps.wake();
        await showView(sentenceView(IMPORT_TITLE, join([...result.sentences, ...lines])));
      },
    };
  },
  saving(view) {
    const { text, day, choice } = stateOf(view);
    return savingView(IMPORT_TITLE, [
      ['Kind of the new customers', debtorKindName(choice('kind_of_new'))],
      ['Control total', text('control_total')],
      ['As of', day('as_of')],
    ]);
  },
  again: refilled,
};

function controlTotalOf(
  typed: string,
  { currency, locale }: { currency: string | undefined; locale: string | undefined },
) {
  if (typed === '') return undefined;
  const parsed = parseAmount(typed, { currency, ...(locale && { locale }) });
  if ('error' in parsed) return parsed.error;
  const of = parsed.currency ?? currency;
  if (of === undefined) return 'In which currency? Write it like USD 4,067.25.';
  return { currency: of, amount: parsed.minor };
}
