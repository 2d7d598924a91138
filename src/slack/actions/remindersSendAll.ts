import { sentAllMessage } from '../../../blocks/prompts/sentAllMessage.ts';
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
    const all = await sendAllReminders(deps.db, { workspace, member, listOf, day, now });
    deps.wake();
    await answer(sentAllMessage(all));
  },
};
