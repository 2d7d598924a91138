import type { Tx } from '../../db/client.ts';
import type { WorkspaceContext } from '../../db/workspaceContext.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { approvalKey, approvalsChannel } from './approvalPlace.ts';
import type { BuiltNotice } from './BuiltNotice.ts';
import { pdfName } from './pdfName.ts';

/** Puts the letter that would go out into the thread of its request. */
export async function postLetter(
  tx: Tx,
  options: {
    workspace: WorkspaceContext;
    approvalId: string;
    noticeId: string;
    built: BuiltNotice;
    now: Date;
  },
): Promise<void> {
  const { workspace, approvalId, noticeId, built, now } = options;
  const pdf = await built.pdf();
  await enqueue(
    tx,
    {
      workspaceId: workspace.id,
      key: `letter:${noticeId}`,
      payload: {
        kind: 'slack_file',
        channel: approvalsChannel(workspace),
        filename: pdfName(built.data),
        title: built.rendered.letter.heading,
        contentBase64: pdf.toString('base64'),
        threadOf: approvalKey(approvalId),
        text: 'The letter as it would go out:',
      },
    },
    now,
  );
}
