import { sharedAccountMessage } from '../../../blocks/accounts/sharedAccountMessage.ts';
import { dateInstant } from '../../../blocks/dateInstant.ts';
import { mentionMember } from '../../../blocks/mention.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { DulyError } from '../../core/DulyError.ts';
import { enqueue } from '../../delivery/enqueue.ts';
import { accountView } from '../../useCases/accounts/accountView.ts';
import { loadAccount } from '../../useCases/accounts/loadAccount.ts';
import { admitAccount } from '../admitAccount.ts';
import type { ActionHandler } from '../handlers.ts';
import { learnChannel } from '../learnChannel.ts';

/** Shows an account to the channel it was asked for in; the value is the debtor's id. Clicking twice shares once a minute. */
export const shareAccount: ActionHandler = {
  async run({ deps, workspace, member, client, now, value, body, answer }) {
    const channel = body.channel?.id;
    if (!channel || !/^[CG]/.test(channel)) {
      throw new DulyError(
        'no_channel',
        'share without a channel',
        'Open the account with `/debt show` in the channel that should see it.',
      );
    }
    const account = await loadAccount(deps.db, { workspace, debtorId: value, now });
    admitAccount(
      await learnChannel({ deps, client, workspaceId: workspace.id }, channel),
      account.record.kind,
    );
    const footnote = mrkdwn`Shared by ${mentionMember(member.slackUserId)}, as at ${dateInstant(now)}`;
    const { text, blocks } = sharedAccountMessage(accountView(account, workspace.locale), footnote);
    const minute = Math.floor(now.getTime() / 60_000);
    const shared = await deps.db.transaction((tx) =>
      enqueue(
        tx,
        {
          workspaceId: workspace.id,
          key: `share:${value}:${channel}:${member.id}:${minute}`,
          payload: { kind: 'slack_post', channel, text, blocks },
        },
        now,
      ),
    );
    if (!shared) return;
    deps.wake();
    await answer(message({ text: mrkdwn`${account.record.name} is shared with this channel.` }));
  },
};
