import { z } from 'zod';
import { message } from '../../../blocks/message.ts';
import { DulyError } from '../../core/DulyError.ts';
import { requireMay } from '../../core/permissions.ts';
import type { Db } from '../../db/client.ts';
import { claimInbound } from '../../db/inboundEvents.ts';
import { UnknownColumns } from '../../imports/UnknownColumns.ts';
import { isCopyName } from '../../useCases/invoiceCopies/readCopy.ts';
import { isNothingTaken } from '../../useCases/ledger/isNothingTaken.ts';
import { previewImport } from '../../useCases/ledger/previewImport.ts';
import { showDroppedFile } from '../../useCases/ledger/showDroppedFile.ts';
import { WhichCreditor } from '../../useCases/ledger/WhichCreditor.ts';
import type { Asker } from '../Asker.ts';
import { copyView } from '../copyView.ts';
import { droppedFile } from '../droppedFile.ts';
import { fileNameOf } from '../fileNameOf.ts';
import type { EventHandler } from '../handlers.ts';
import { importWords, withoutNames } from '../importWords.ts';
import { resolveAsker } from '../resolveAsker.ts';
import { sentenceOf } from '../sentenceOf.ts';
import { answerByPost } from './answerByPost.ts';

const NO_CURRENCY =
  'It does not say which currency its amounts are in, and the workspace has none. A manager names one in /debt settings; then drop it here again.';

const shared = z.object({ channel_id: z.string(), file_id: z.string(), user_id: z.string() });

/**
 * A file dropped into the direct message with Duly, or the import channel: what it would change is shown, with a button that imports it.
 * A PDF in the direct message is the copy of an invoice. Other channels' files are nobody's business. The rows that cannot be taken are named in the direct message alone: they may name people.
 */
export const fileShared: EventHandler = async ({ deps, workspace, client, event, botUserId }) => {
  const heard = shared.safeParse(event);
  if (!heard.success) return;
  const { channel_id: channel, file_id: fileId, user_id: userId } = heard.data;
  const isDirect = channel.startsWith('D');
  if (userId === botUserId || !(isDirect || channel === workspace.settings.channels.imports)) return;
  const asker = await resolveAsker(deps, client, { teamId: workspace.teamId ?? '', userId });
  const at = { workspaceId: workspace.id, channel, fileId, to: isDirect ? userId : channel, now: asker.now };
  const fileName = isDirect ? await fileNameOf(client, fileId) : '';
  if (isCopyName(fileName)) {
    // told again later it must not take the place of what was dropped since
    if (!(await isFirst(deps.db, at))) return;
    await showDroppedFile(deps.db, at, await copyView(asker, { channel, fileId, fileName }));
    return deps.wake();
  }
  try {
    requireMay(asker.member, 'import_ledger');
  } catch (error) {
    const answer = answerByPost(asker, { eventId: `file:${fileId}`, channel: userId });
    return answer(message({ text: sentenceOf(error, deps.log) }));
  }
  await showDroppedFile(deps.db, at, await viewOf(asker, { channel, fileId, isDirect }));
  deps.wake();
};

async function viewOf(
  { deps, workspace, client, now }: Asker,
  { channel, fileId, isDirect }: { channel: string; fileId: string; isDirect: boolean },
) {
  const value = `${channel}|${fileId}`;
  let fileName = 'This file';
  try {
    const file = await droppedFile(client, fileId);
    fileName = file.name;
    const preview = await previewImport({ db: deps.db, workspace, now, file });
    const { sentences, rejected } = importWords(preview);
    const next = isNothingTaken(preview.counts) ? undefined : { value, text: 'Import…' };
    if (isDirect) return { fileName, sentences, rejected, next };
    return { fileName, sentences: withoutNames(sentences, preview), next };
  } catch (error) {
    if (error instanceof UnknownColumns) {
      const sentences = [`Its columns are not known: ${error.columns.join(', ')}. Say what they hold.`];
      return { fileName, sentences, next: { value, text: 'Say what the columns hold…' } };
    }
    if (error instanceof WhichCreditor)
      return { fileName, sentences: [error.userMessage], next: { value, text: 'Say whose it is…' } };
    const sentence = codeOf(error) === 'no_currency' ? NO_CURRENCY : sentenceOf(error, deps.log);
    return { fileName, sentences: [sentence] };
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof DulyError ? error.code : undefined;
}

async function isFirst(
  db: Db,
  { workspaceId, fileId, now }: { workspaceId: string; fileId: string; now: Date },
) {
  const inbound = { workspaceId, key: `copy:${fileId}`, kind: 'file_shared', receivedAt: now };
  return db.transaction((tx) => claimInbound(tx, inbound));
}
