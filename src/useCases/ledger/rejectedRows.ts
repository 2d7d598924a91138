import { basename, extname } from 'node:path';
import type { Db } from '../../db/client.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import type { Member } from '../../generated/prisma/client.ts';
import type { RejectedRow } from '../../imports/LedgerRow.ts';
import { rejectedHeader, rejectedLine } from '../../imports/rejectedCsv.ts';

/** A file that a person mends is smaller; beyond it the rest is counted. */
const MOST_CHARACTERS = 5_000_000;

/** Gathers the rows that an import does not take, and sends them as `NAME.rejected.csv` to whoever imported. */
export function rejectedRows(fileName: string) {
  const filename = `${basename(fileName, extname(fileName))}.rejected.csv`;
  let text = '';
  let count = 0;
  let left = 0;
  return {
    add(row: RejectedRow, header: readonly string[]): void {
      count += 1;
      if (text === '') text = rejectedHeader(header);
      if (text.length < MOST_CHARACTERS) text += rejectedLine(row);
      else left += 1;
    },
    /** In the direct message with that member; nothing where every row was taken. The same import sends it once. */
    async send(
      db: Db,
      to: { workspaceId: string; member: Pick<Member, 'slackUserId'>; importId: string; now: Date },
    ): Promise<void> {
      if (count === 0) return;
      const all = `${count} row${count === 1 ? '' : 's'} could not be taken`;
      const said = `${all}: mend them in this file and drop it here again.${left > 0 ? ` The first ${count - left} are in it.` : ''}`;
      const payload = {
        ...{ kind: 'slack_file' as const, channel: to.member.slackUserId, filename, title: filename },
        contentBase64: Buffer.from(text, 'utf8').toString('base64'),
        text: said,
      };
      const item = { workspaceId: to.workspaceId, key: `rejected:${to.importId}`, payload };
      await db.transaction((tx) => enqueue(tx, item, to.now));
    },
  };
}
