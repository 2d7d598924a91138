import { SNOOZE_TITLE, snoozeModal } from '../../../blocks/prompts/snoozeModal.ts';
import { addBusinessDays } from '../../core/calendar.ts';
import { isoDay } from '../../core/day.ts';
import { dayName } from '../../core/dayName.ts';
import { newId } from '../../core/newId.ts';
import { todayOf } from '../../db/workspaceContext.ts';
import { promptForForm } from '../../useCases/prompts/promptForForm.ts';
import { requireMayMove } from '../../useCases/prompts/requireMayMove.ts';
import { MOST_SNOOZE_DAYS, MOST_SNOOZES, snoozedTwice } from '../../useCases/prompts/snoozePrompt.ts';
import type { ActionHandler } from '../handlers.ts';
import { encodeMetadata } from '../metadata.ts';

/** Asks until when a prompt is put off; the value is the prompt's id. */
export const promptSnooze: ActionHandler = {
  opens: SNOOZE_TITLE,
  async run({ deps, workspace, member, now, value, viewId = '', showView }) {
    const { prompt, debtorName } = await promptForForm(deps.db, { workspace, promptId: value });
    requireMayMove(member, prompt.kind);
    if (prompt.snoozes >= MOST_SNOOZES) throw snoozedTwice();
    const today = todayOf(workspace, now);
    const next = addBusinessDays(workspace.calendar, today, 1);
    const latest = addBusinessDays(workspace.calendar, today, MOST_SNOOZE_DAYS);
    const metadata = encodeMetadata({
      form: newId(),
      promptId: value,
      debtorId: prompt.debtorId,
      today: isoDay(today),
      latest: isoDay(latest),
    });
    const form = { debtorName, metadata, until: isoDay(next), latest: dayName(latest, member.locale) };
    await showView(viewId, snoozeModal(form));
  },
};
