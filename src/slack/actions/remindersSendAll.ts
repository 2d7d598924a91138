import { join } from '../../../blocks/join.ts';
import { message } from '../../../blocks/message.ts';
import { mrkdwn } from '../../../blocks/mrkdwn.ts';
import { sendAnywayButton } from '../../../blocks/prompts/sendAnywayButton.ts';
import { section } from '../../../blocks/section.ts';
import { DulyError } from '../../core/DulyError.ts';
import { parseDay } from '../../core/day.ts';
import { sendAllReminders } from '../../useCases/notices/sendAllReminders.ts';
import type { ActionHandler } from '../handlers.ts';
import { requireMail } from '../requireMail.ts';

/** "Send all" on a morning list; the value is the member's id and the list's day. */
export const remindersSendAll: ActionHandler = {
  async run({ deps, workspace, member, now, value, answer }) {
    requireMail(deps);
    const [listOf = '', iso = ''] = value.split('|');
    const day = parseDay(iso);
    if (day === undefined) {
      throw new DulyError(
        'unknown_list',
        `no list in ${value}`,
        'I do not know this list: use the newest one.',
      );
    }
    const { sent, left } = await sendAllReminders(deps.db, { workspace, member, listOf, day, now });
    deps.wake();
    const said =
      sent === 0
        ? 'Nothing was sent.'
        : `${sent} ${sent === 1 ? 'reminder is' : 'reminders are'} on the way.`;
    const line = ({ debtorName, why }: (typeof left)[number]) => mrkdwn`• *${debtorName}*: ${why}`;
    const lines = left.filter(({ mayOverride }) => !mayOverride).map(line);
    await answer(
      message({
        text: left.length === 0 ? said : `${said} ${left.length} were left out.`,
        blocks: [
          section(said),
          ...(left.length > 0 ? [section(join([mrkdwn`*Left out:*`, ...lines]))] : []),
          ...left
            .filter(({ mayOverride }) => mayOverride)
            .map((one) => section(line(one), { accessory: sendAnywayButton(one) })),
        ],
      }),
    );
  },
};
