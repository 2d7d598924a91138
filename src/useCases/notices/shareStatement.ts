import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import type { Db } from '../../db/client.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { pdfName } from './pdfName.ts';
import { previewStatement } from './previewStatement.ts';
import type { StatementAsking } from './StatementAsking.ts';

/**
 * Sends a member the statement as a PDF, as it stands now, in their direct messages with Duly; `key` makes a click that is delivered
 * twice one. Throws what `previewStatement` throws.
 */
export async function shareStatement(
  db: Db,
  asking: StatementAsking & { readonly key: string },
): Promise<void> {
  const { workspace, member, key, now } = asking;
  const { data, rendered, pdf } = await previewStatement(db, asking);
  const content = (await pdf()).toString('base64');
  await db.transaction((tx) =>
    enqueue(
      tx,
      {
        workspaceId: workspace.id,
        key: `statement:${key}`,
        payload: {
          kind: 'slack_file',
          channel: member.slackUserId,
          filename: pdfName(data),
          title: rendered.letter.heading,
          contentBase64: content,
          text: mrkdwn`${rendered.letter.heading}: ${data.debtor.name}`.source,
        },
      },
      now,
    ),
  );
}
