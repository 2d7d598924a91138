import type { DroppedFileView } from '../../blocks/imports/droppedFileMessage.ts';
import { requireMay } from '../core/permissions.ts';
import { todayOf } from '../db/workspaceContext.ts';
import { keepNamedCopy } from '../useCases/invoiceCopies/keepNamedCopy.ts';
import { readCopy } from '../useCases/invoiceCopies/readCopy.ts';
import type { Asker } from './Asker.ts';
import { droppedFile } from './droppedFile.ts';
import { sentenceOf } from './sentenceOf.ts';

/** Keeps a dropped PDF as the copy of the invoice that its name names, and says so; a button says which other one it is. */
export async function copyView(
  { deps, workspace, member, client, now }: Asker,
  { channel, fileId, fileName }: { channel: string; fileId: string; fileName: string },
): Promise<DroppedFileView> {
  try {
    requireMay(member, 'keep_copy');
    const file = await readCopy(await droppedFile(client, fileId));
    const kept = await keepNamedCopy(deps.db, {
      ...{ workspaceId: workspace.id, file, memberId: member.id, today: todayOf(workspace, now), now },
    });
    const which = (text: string) => ({ value: `${channel}|${fileId}`, text, actionId: 'copy_invoice' });
    if ('unclear' in kept)
      return { fileName, sentences: [kept.unclear], next: which('Say which invoice it is…') };
    return { fileName, sentences: kept.said, next: which('It is another invoice…') };
  } catch (error) {
    return { fileName, sentences: [sentenceOf(error, deps.log)] };
  }
}
